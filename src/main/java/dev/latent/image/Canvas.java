package dev.latent.image;

import dev.latent.sample.PixelLevels;
import java.util.Arrays;

/** A picture that is being drawn. */
final class Canvas {
    private final int channels;
    private final int height;
    private final int width;
    private final PixelLevels levels;
    private final PixelBytes pixels;

    /** Of 8 bits. */
    Canvas(int channels, int height, int width) {
        this(channels, height, width, PixelLevels.EIGHT_BITS);
    }

    /** @param levels what 0 and 1 become */
    Canvas(int channels, int height, int width, PixelLevels levels) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.levels = levels;
        pixels = new PixelBytes(levels.bits(), Math.multiplyExact(Math.multiplyExact(channels, height), width));
    }

    void fill(byte value) {
        Arrays.fill(pixels.bytes(), value);
    }

    /**
     * Sets pixels beside each other.
     *
     * @param values in [0,1]; what lies outside is clipped
     * @param scale how many pixels each of them takes
     */
    void setRow(int y, int x, int channel, float[] values, int from, int count, int scale) {
        int at = (y * width + x) * channels + channel;
        for (int i = from; i < from + count; i++) {
            double value = levels.value(values[i]);
            for (int repeated = 0; repeated < scale; repeated++, at += channels) {
                pixels.set(at, value);
            }
        }
    }

    /** Lays a colour over a pixel, if it is on the canvas, which is one of 8 bits. */
    void blend(int y, int x, int colour, float opacity) {
        if (y < 0 || y >= height || x < 0 || x >= width) {
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            int at = (y * width + x) * channels + channel;
            int value = colour >> (16 - 8 * channel) & 0xFF;
            int below = pixels.bytes()[at] & 0xFF;
            pixels.set(at, (int) (below * (1 - opacity) + value * opacity + 0.5f));
        }
    }

    Picture toPicture() {
        return new Picture(channels, height, width, levels.bits(), pixels.bytes());
    }
}
