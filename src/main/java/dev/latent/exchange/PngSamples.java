package dev.latent.exchange;

import dev.latent.exchange.ExpectedSamples.PictureSize;
import dev.latent.image.ImageGrid;
import dev.latent.image.Picture;
import dev.latent.image.PictureReader;
import dev.latent.image.Png;
import dev.latent.image.ScatterPlot;
import dev.latent.image.UnreadablePicture;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.io.IOException;
import java.io.InputStream;

/** Samples as a picture: one image, a grid of several, or points. */
final class PngSamples {
    private static final int PLOT_SIDE = 512;
    private static final int HEADER_BYTES = 1 << 16;

    private PngSamples() {}

    static byte[] write(SampleData data) {
        Samples samples = data instanceof Table table ? table.about(table.columns()) : (Samples) data;
        return Png.encode(
                samples.shape().isImage()
                        ? ImageGrid.square(samples.count()).draw(samples)
                        : new ScatterPlot(PLOT_SIDE).draw(samples));
    }

    static Samples read(InputStream body, ExpectedSamples expected) throws IOException {
        SampleShape.Image cell = (SampleShape.Image) expected.shape();
        byte[] bytes = readAtMost(body, expected);
        try {
            long pixels = expected.maxValues() / cell.channels();
            Picture picture = inChannels(new PictureReader(pixels).read(bytes), cell.channels());
            return expected.size() == PictureSize.ANY ? one(picture) : cells(picture, cell);
        } catch (UnreadablePicture e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    /** A grey picture may be stored in colours; any other conversion is the client's choice. */
    private static Picture inChannels(Picture picture, int channels) {
        if (picture.channels() != channels && !(channels == 1 && picture.isGrey())) {
            throw Problem.invalid(
                    "#",
                    "the picture has " + picture.channels() + " channels (1 is grey, 3 is RGB), " + channels
                            + " are needed");
        }
        return picture.withChannels(channels);
    }

    /** An uncompressed 16-bit picture with transparency needs eight bytes a pixel. */
    private static byte[] readAtMost(InputStream body, ExpectedSamples expected) throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 8, expected.maxValues() * 8 + HEADER_BYTES);
        byte[] bytes = body.readNBytes(most);
        if (body.read() >= 0) {
            throw Problem.tooLarge("a picture of at most " + most + " bytes is taken");
        }
        return bytes;
    }

    private static Samples one(Picture picture) {
        return new Samples(picture.shape(), values(picture.channelFirst()), null);
    }

    private static Samples cells(Picture picture, SampleShape.Image cell) {
        if (picture.height() % cell.height() != 0 || picture.width() % cell.width() != 0) {
            throw Problem.invalid(
                    "#",
                    "the picture is " + picture.width() + "×" + picture.height() + " pixels; one of " + cell.width()
                            + "×" + cell.height() + ", or a grid of such, is needed");
        }
        int columns = picture.width() / cell.width();
        int count = picture.height() / cell.height() * columns;
        float[] values = new float[count * cell.size()];
        for (int i = 0; i < count; i++) {
            cut(picture, cell, i / columns * cell.height(), i % columns * cell.width(), values, i * cell.size());
        }
        return new Samples(cell, values, null);
    }

    private static void cut(Picture from, SampleShape.Image cell, int top, int left, float[] values, int offset) {
        int at = offset;
        for (int channel = 0; channel < cell.channels(); channel++) {
            for (int y = top; y < top + cell.height(); y++) {
                for (int x = left; x < left + cell.width(); x++) {
                    values[at++] = (from.pixels()[(y * from.width() + x) * cell.channels() + channel] & 0xFF) / 255f;
                }
            }
        }
    }

    private static float[] values(byte[] pixels) {
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = (pixels[i] & 0xFF) / 255f;
        }
        return values;
    }
}
