package dev.latent.exchange.picture;

import dev.latent.image.PictureKind;
import dev.latent.image.PictureTags;
import dev.latent.sample.PixelLevels;

/**
 * How samples are written as a picture.
 *
 * @param levels what the pixels 0 and 1 become, as far as the kind of picture has so many bits
 * @param tags what its file says beside
 */
public record PictureStyle(PixelLevels levels, PictureTags tags) {
    /** 8 bits, and nothing beside. */
    public static final PictureStyle USUAL = of(PixelLevels.EIGHT_BITS);

    /** As many bits as a file of a kind can have. */
    public PixelLevels levels(PictureKind kind) {
        return switch (kind) {
            case JPEG -> PixelLevels.EIGHT_BITS;
            case PNG -> levels.isFloat() ? PixelLevels.SIXTEEN_BITS : levels;
            default -> levels;
        };
    }

    public static PictureStyle of(PixelLevels levels) {
        return new PictureStyle(levels, PictureTags.NONE);
    }
}
