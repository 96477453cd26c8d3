package dev.latent.sample;

/**
 * How a picture's file holds a pixel: 8 or 16 bits, of which {@code low} becomes 0 and {@code high} becomes 1. Cameras
 * and microscopes often write 12 bits into 16: then {@code high} is 4095.
 *
 * @param bits 8 or 16
 * @param low from 0
 * @param high above {@code low}, and within the bits
 */
public record PixelLevels(int bits, int low, int high) {
    public static final PixelLevels EIGHT_BITS = new PixelLevels(8, 0, 0xFF);
    public static final PixelLevels SIXTEEN_BITS = new PixelLevels(16, 0, 0xFFFF);

    /** What fills the bits of usual sensors. */
    private static final int[] USUAL_BITS = {8, 10, 12, 14, 16};

    public PixelLevels {
        if (bits != 8 && bits != 16 || low < 0 || low >= high || high >= 1 << bits) {
            throw new IllegalArgumentException(low + " to " + high + " are no levels of " + bits + " bits");
        }
    }

    /** The least that 16-bit values are likely to range over. @param greatest of all values */
    public static PixelLevels holding(int greatest) {
        int used = 0;
        for (int bits : USUAL_BITS) {
            used = bits;
            if (greatest < 1 << bits) {
                break;
            }
        }
        return ofBits(used);
    }

    /** @param used how many of the 16 bits, from 1 */
    public static PixelLevels ofBits(int used) {
        return new PixelLevels(16, 0, (1 << used) - 1);
    }

    public float pixel(int value) {
        return (value - low) / (float) (high - low);
    }

    /** @param pixel in [0,1]; what lies outside is clipped */
    public int value(float pixel) {
        return low + Math.max(0, Math.min(high - low, (int) (pixel * (high - low) + 0.5f)));
    }

    public boolean holds(int value) {
        return value >= low && value <= high;
    }

    /** {@code 0,4095}, as requests have it. */
    public String range() {
        return low + "," + high;
    }
}
