package dev.latent.image;

import dev.latent.sample.PixelLevels;

/**
 * A picture as it is looked at, and what was done to its file's pixels for that.
 *
 * @param transparent whether it had transparent pixels, which now lie on a background
 * @param turned whether its file says that it was taken on its side, upside down, or mirrored
 * @param firstOfSeveral whether the file holds more pictures than this one
 * @param significantBits how many bits of a value its file says to mean something; 0 where it doesn't say
 * @param tags what is true of it whatever becomes of its pixels
 */
public record DecodedPicture(
        Picture picture,
        boolean transparent,
        boolean turned,
        boolean firstOfSeveral,
        int significantBits,
        PictureTags tags) {
    /** No picture from 0 to 1 gets so bright by its noise. */
    private static final int BEYOND_ONE = 16;

    /** What its values are likely to range over. */
    public PixelLevels likelyLevels() {
        return switch (picture.bits()) {
            case 8 -> PixelLevels.EIGHT_BITS;
            case 16 -> likelyLevels(picture.greatest(), significantBits);
            default -> likelyLevels(picture.least(), picture.greatest());
        };
    }

    /**
     * What floats are likely to range over: 0 to 1, unless they are whole numbers' values (0 to 255, …) or something else.
     *
     * @param least of all values
     * @param greatest of all values
     */
    public static PixelLevels likelyLevels(double least, double greatest) {
        if (least >= 0 && greatest <= 1) {
            return PixelLevels.FLOATS;
        }
        if (least >= 0 && greatest > BEYOND_ONE && greatest <= 0xFFFF) {
            return new PixelLevels(32, 0, PixelLevels.holding(greatest).high());
        }
        return new PixelLevels(32, least, greatest > least ? greatest : least + 1);
    }

    /**
     * What 16-bit values are likely to range over. The PNG specification asks writers to spread fewer bits over all 16,
     * but those of cameras and microscopes rarely do.
     *
     * @param greatest of all values
     * @param significantBits as the files say; 0 where they don't
     */
    public static PixelLevels likelyLevels(double greatest, int significantBits) {
        if (significantBits == 0) {
            return PixelLevels.holding(greatest);
        }
        PixelLevels announced = PixelLevels.ofBits(significantBits);
        return announced.holds(greatest) ? announced : PixelLevels.SIXTEEN_BITS;
    }
}
