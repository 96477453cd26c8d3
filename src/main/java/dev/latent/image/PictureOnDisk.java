package dev.latent.image;

import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A picture whose pixels are in a file, as it is too large for the memory. For one thread. */
public final class PictureOnDisk implements Closeable {
    private final SampleShape.Image shape;
    private final int bits;
    private final FileBuffer pixels;
    private final BufferedImage image;

    private PictureOnDisk(SampleShape.Image shape, int bits, FileBuffer pixels) {
        this.shape = shape;
        this.bits = bits;
        this.pixels = pixels;
        image = PictureImage.of(shape, pixels);
    }

    /** A black one. @param bits 8, 16, or 32 for floats @param file that is not there yet */
    public static PictureOnDisk create(SampleShape.Image shape, int bits, Path file) throws IOException {
        return new PictureOnDisk(shape, bits, new FileBuffer(file, bits, shape.size()));
    }

    public SampleShape.Image shape() {
        return shape;
    }

    public int bits() {
        return bits;
    }

    BufferedImage image() {
        return image;
    }

    WritableRaster raster() {
        return image.getRaster();
    }

    /** The least and the greatest value. @throws UnreadablePicture if one is not finite */
    public double[] range() throws UnreadablePicture {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double[] row = new double[shape.width() * shape.channels()];
        for (int y = 0; y < shape.height(); y++) {
            raster().getPixels(0, y, shape.width(), 1, row);
            for (double value : row) {
                if (!Float.isFinite((float) value)) {
                    throw new UnreadablePicture("a pixel of the picture is no finite number");
                }
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return new double[] {least, greatest};
    }

    /** The pixels of a window, {@code [c, height, width]}, in [0,1] where the levels hold them. */
    public float[] read(int top, int left, int height, int width, PixelLevels levels) {
        int channels = shape.channels();
        float[] values = new float[channels * height * width];
        double[] row = new double[width * channels];
        for (int y = 0; y < height; y++) {
            raster().getPixels(left, top + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                values[(i % channels * height + y) * width + i / channels] = levels.pixel(row[i]);
            }
        }
        return values;
    }

    /**
     * Replaces whole rows.
     *
     * @param values {@code [c, height, width]}
     * @param from the first of its rows that is taken
     */
    public void write(int top, int rows, float[] values, int from, PixelLevels levels) {
        int channels = shape.channels();
        int height = values.length / channels / shape.width();
        double[] row = new double[shape.width() * channels];
        for (int y = 0; y < rows; y++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = levels.value(values[(i % channels * height + from + y) * shape.width() + i / channels]);
            }
            raster().setPixels(0, top + y, shape.width(), 1, row);
        }
    }

    @Override
    public void close() throws IOException {
        pixels.close();
    }
}
