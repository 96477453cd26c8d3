package dev.latent.exchange.picture;

import dev.latent.image.Background;
import dev.latent.image.DecodedPicture;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.ValueRange;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures of a body are read.
 *
 * @param background what transparent pixels are laid on
 * @param range what values of 16 bits or floats range over, as the client says; or null
 * @param usual what they range over where the client doesn't say, if they are of as many bits; or null
 */
public record PictureReading(
        Background background,
        @Nullable ValueRange range,
        @Nullable PixelLevels usual) {
    /** On white; 16 bits as the picture's own values tell, floats as they are. */
    public static final PictureReading USUAL = new PictureReading(Background.WHITE, null, null);

    /** @throws IllegalArgumentException if values of so many bits can't range over what the client says */
    PixelLevels levelsOf(DecodedPicture decoded) {
        return levelsOf(decoded.picture().bits(), decoded::likelyLevels);
    }

    /**
     * @param greatest of all values
     * @throws IllegalArgumentException if values of so many bits can't range over what the client says
     */
    public PixelLevels levelsOf(int bits, double greatest) {
        return levelsOf(bits, () -> DecodedPicture.likelyLevels(greatest, 0));
    }

    private PixelLevels levelsOf(int bits, Supplier<PixelLevels> likely) {
        if (bits == 8) {
            return PixelLevels.EIGHT_BITS;
        }
        if (range != null) {
            return new PixelLevels(bits, range.min(), range.max());
        }
        if (usual != null && usual.bits() == bits) {
            return usual;
        }
        return bits == 16 ? likely.get() : PixelLevels.FLOATS;
    }
}
