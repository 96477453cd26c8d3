package dev.latent.image;

import dev.latent.sample.SampleShape;

/**
 * A picture of 8-bit pixels.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param pixels {@code height × width × channels} unsigned bytes, row by row, a pixel's channels together
 */
public record Picture(int channels, int height, int width, byte[] pixels) {
    public Picture {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("a picture has 1 or 3 channels, not " + channels);
        }
        if (pixels.length != (long) channels * height * width) {
            throw new IllegalArgumentException("pixels do not fit the picture's size");
        }
    }

    public SampleShape.Image shape() {
        return new SampleShape.Image(channels, height, width);
    }

    /** The picture in another number of channels: grey is repeated; colours give their luma (ITU-R BT.601). */
    public Picture withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        byte[] converted = new byte[height * width * wanted];
        for (int i = 0; i < height * width; i++) {
            if (wanted == 1) {
                converted[i] = (byte) luma(i * 3);
            } else {
                converted[i * 3] = converted[i * 3 + 1] = converted[i * 3 + 2] = pixels[i];
            }
        }
        return new Picture(wanted, height, width, converted);
    }

    /** Whether no pixel has a colour. */
    public boolean isGrey() {
        for (int i = 0; channels == 3 && i < pixels.length; i += 3) {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
                return false;
            }
        }
        return true;
    }

    private int luma(int offset) {
        int red = pixels[offset] & 0xFF;
        int green = pixels[offset + 1] & 0xFF;
        int blue = pixels[offset + 2] & 0xFF;
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    /** The bytes of a sample: a channel after the other. */
    public byte[] channelFirst() {
        if (channels == 1) {
            return pixels;
        }
        byte[] planes = new byte[pixels.length];
        int area = height * width;
        for (int i = 0; i < area; i++) {
            for (int channel = 0; channel < channels; channel++) {
                planes[channel * area + i] = pixels[i * channels + channel];
            }
        }
        return planes;
    }
}
