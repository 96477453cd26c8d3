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

    /** @param value in [0,1]; what lies outside is clipped */
    void set(int y, int x, int channel, float value) {
        float clipped = Math.max(0, Math.min(1, value));
        pixels[(y * width + x) * channels + channel] = (byte) (clipped * 255 + 0.5f);
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
