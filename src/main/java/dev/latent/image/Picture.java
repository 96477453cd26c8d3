package dev.latent.image;

import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;

/**
 * A picture of 8 or 16 bits a value, or of floats.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param pixels {@code height × width × channels} values, row by row, a pixel's channels together; unsigned and
 *     big-endian, or big-endian IEEE singles where there are 32 bits
 */
public record Picture(int channels, int height, int width, int bits, byte[] pixels) {
    public Picture {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("a picture has 1 or 3 channels, not " + channels);
        }
        if (bits != 8 && bits != 16 && bits != 32 || pixels.length != (long) channels * height * width * (bits / 8)) {
            throw new IllegalArgumentException("pixels do not fit the picture's size");
        }
    }

    /** Of 8 bits. */
    public Picture(int channels, int height, int width, byte[] pixels) {
        this(channels, height, width, 8, pixels);
    }

    public SampleShape.Image shape() {
        return new SampleShape.Image(channels, height, width);
    }

    /** How many there are. */
    int values() {
        return channels * height * width;
    }

    /** @param index in the order of the pixels */
    double value(int index) {
        return PixelBytes.get(pixels, bits, index);
    }

    /** The greatest value. */
    public double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values(); i++) {
            greatest = Math.max(greatest, value(i));
        }
        return greatest;
    }

    /** The least value. */
    public double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < values(); i++) {
            least = Math.min(least, value(i));
        }
        return least;
    }

    /** The picture in another number of channels: grey is repeated; colours give their luma (ITU-R BT.601). */
    public Picture withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        PixelBytes converted = new PixelBytes(bits, height * width * wanted);
        for (int i = 0; i < height * width; i++) {
            if (wanted == 1) {
                converted.set(i, luma(i * 3));
            } else {
                double grey = value(i);
                converted.set(i * 3, grey);
                converted.set(i * 3 + 1, grey);
                converted.set(i * 3 + 2, grey);
            }
        }
        return new Picture(wanted, height, width, bits, converted.bytes());
    }

    /** Whether no pixel has a colour. */
    public boolean isGrey() {
        for (int i = 0; channels == 3 && i < values(); i += 3) {
            if (value(i) != value(i + 1) || value(i) != value(i + 2)) {
                return false;
            }
        }
        return true;
    }

    private double luma(int first) {
        double red = value(first);
        double green = value(first + 1);
        double blue = value(first + 2);
        return bits == 32 ? 0.299 * red + 0.587 * green + 0.114 * blue : luma((int) red, (int) green, (int) blue);
    }

    static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    /** The bytes of a sample, a channel after the other, of a picture of 8 bits. */
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

    /** The values of a sample, a channel after the other, in [0,1] where the levels hold them. */
    public float[] channelFirst(PixelLevels levels) {
        float[] planes = new float[values()];
        int area = height * width;
        for (int i = 0; i < planes.length; i++) {
            planes[i % channels * area + i / channels] = levels.pixel(value(i));
        }
        return planes;
    }
}
