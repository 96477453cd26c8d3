package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonIgnore;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How a picture's file holds a pixel: 8 or 16 bits, or a float of 32, of which {@code low} becomes 0 and {@code high}
 * becomes 1. Cameras and microscopes often write 12 bits into 16: then {@code high} is 4095.
 *
 * @param bits 8, 16 or 32; 32 is a float
 * @param low a whole number from 0, where it is no float
 * @param high above {@code low}, and within the bits where it is no float
 */
public record PixelLevels(
        int bits,
        @JsonSerialize(using = WholeNumbers.class) double low,
        @JsonSerialize(using = WholeNumbers.class) double high) {
    public static final PixelLevels EIGHT_BITS = new PixelLevels(8, 0, 0xFF);
    public static final PixelLevels SIXTEEN_BITS = new PixelLevels(16, 0, 0xFFFF);

    /** Floats of which 0 is 0 and 1 is 1. */
    public static final PixelLevels FLOATS = new PixelLevels(32, 0, 1);

    /** What fills the bits of usual sensors. */
    private static final int[] USUAL_BITS = {8, 10, 12, 14, 16};

    public PixelLevels {
        boolean whole = low == Math.rint(low) && high == Math.rint(high) && low >= 0 && high < 1L << bits;
        boolean fits = bits == 32 ? Double.isFinite(high - low) : (bits == 8 || bits == 16) && whole;
        if (!fits || !(low < high)) {
            throw new IllegalArgumentException(text(low) + " to " + text(high) + " are no levels of " + bits + " bits");
        }
    }

    /** The least that 16-bit values are likely to range over. @param greatest of all values */
    public static PixelLevels holding(double greatest) {
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

    @JsonIgnore
    public boolean isFloat() {
        return bits == 32;
    }

    public float pixel(double value) {
        return (float) (value - low) / (float) (high - low);
    }

    /** What stands for a pixel in a file: a whole number, clipped to the levels, unless it is a float. */
    public double value(float pixel) {
        float value = pixel * (float) (high - low);
        return low + (isFloat() ? value : Math.max(0, Math.min(high - low, (int) (value + 0.5f))));
    }

    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** {@code 0,4095}, as requests have it. */
    public String range() {
        return text(low) + "," + text(high);
    }

    /** Without a fraction where it is a whole number. */
    public static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
