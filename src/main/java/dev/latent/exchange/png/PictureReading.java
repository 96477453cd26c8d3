package dev.latent.exchange.png;

import dev.latent.image.Background;
import dev.latent.image.DecodedPicture;
import dev.latent.sample.PixelLevels;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of a body are read.
 *
 * @param background what transparent pixels are laid on
 * @param levels what 16-bit values range over; null where the picture's own values tell
 */
public record PictureReading(
        Background background, @Nullable PixelLevels levels) {
    /** On white; 16 bits as the picture's own values tell. */
    public static final PictureReading USUAL = new PictureReading(Background.WHITE, null);

    PixelLevels levelsOf(DecodedPicture decoded) {
        if (decoded.picture().bits() == 8) {
            return PixelLevels.EIGHT_BITS;
        }
        return levels == null ? decoded.likelyLevels() : levels;
    }
}
