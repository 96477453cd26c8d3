package dev.latent.image;

import dev.latent.sample.PixelLevels;

/**
 * A picture as it is looked at, and what was done to its file's pixels for that.
 *
 * @param transparent whether it had transparent pixels, which now lie on a background
 * @param turned whether its file says that it was taken on its side, upside down, or mirrored
 * @param firstOfSeveral whether the file holds more pictures than this one
 * @param significantBits how many bits of a value its file says to mean something; 0 where it doesn't say
 */
public record DecodedPicture(
        Picture picture, boolean transparent, boolean turned, boolean firstOfSeveral, int significantBits) {
    /** What its values are likely to range over. */
    public PixelLevels likelyLevels() {
        return picture.bits() == 8 ? PixelLevels.EIGHT_BITS : likelyLevels(picture.greatest(), significantBits);
    }

    /**
     * What 16-bit values are likely to range over. The PNG specification asks writers to spread fewer bits over all 16,
     * but those of cameras and microscopes rarely do.
     *
     * @param greatest of all values
     * @param significantBits as the files say; 0 where they don't
     */
    public static PixelLevels likelyLevels(int greatest, int significantBits) {
        if (significantBits == 0) {
            return PixelLevels.holding(greatest);
        }
        PixelLevels announced = PixelLevels.ofBits(significantBits);
        return announced.holds(greatest) ? announced : PixelLevels.SIXTEEN_BITS;
    }
}
