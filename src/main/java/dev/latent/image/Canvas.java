package dev.latent.image;

import java.util.Arrays;

/** A picture that is being drawn. */
final class Canvas {
    private final int channels;
    private final int height;
    private final int width;
    private final byte[] pixels;

    Canvas(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        pixels = new byte[Math.multiplyExact(Math.multiplyExact(channels, height), width)];
    }

    void fill(byte value) {
        Arrays.fill(pixels, value);
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
            byte level = (byte) Math.max(0, Math.min(255, (int) (values[i] * 255 + 0.5f)));
            for (int repeated = 0; repeated < scale; repeated++, at += channels) {
                pixels[at] = level;
            }
        }
    }

    /** Lays a colour over a pixel, if it is on the canvas. */
    void blend(int y, int x, int colour, float opacity) {
        if (y < 0 || y >= height || x < 0 || x >= width) {
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            int at = (y * width + x) * channels + channel;
            int value = colour >> (16 - 8 * channel) & 0xFF;
            pixels[at] = (byte) ((pixels[at] & 0xFF) * (1 - opacity) + value * opacity + 0.5f);
        }
    }

    Picture toPicture() {
        return new Picture(channels, height, width, pixels);
    }
}
