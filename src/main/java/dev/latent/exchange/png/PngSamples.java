package dev.latent.exchange.png;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ExpectedSamples.PictureSize;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.body.SentSamples.SentPicture;
import dev.latent.image.DecodedPicture;
import dev.latent.image.ImageGrid;
import dev.latent.image.Picture;
import dev.latent.image.PictureReader;
import dev.latent.image.Png;
import dev.latent.image.ScatterPlot;
import dev.latent.image.UnreadablePicture;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.io.IOException;
import java.io.InputStream;

/** Samples as a picture: one image, a grid of several, or points. */
public final class PngSamples {
    private static final int PLOT_SIDE = 512;
    private static final int HEADER_BYTES = 1 << 16;

    private PngSamples() {}

    /** @param levels what 0 and 1 become in a picture of images */
    public static byte[] write(SampleData data, PixelLevels levels) {
        Samples samples = data instanceof Table table ? table.about(table.columns()) : (Samples) data;
        return Png.encode(
                samples.shape().isImage()
                        ? ImageGrid.square(samples.count()).draw(samples, levels)
                        : new ScatterPlot(PLOT_SIDE).draw(samples));
    }

    public static SentSamples read(InputStream body, ExpectedSamples expected, PictureReading reading)
            throws IOException {
        SampleShape.Image cell = (SampleShape.Image) expected.shape();
        byte[] bytes = readAtMost(body, expected);
        try {
            long pixels = expected.maxValues() / cell.channels();
            DecodedPicture decoded = new PictureReader(pixels, reading.background()).read(bytes);
            PixelLevels levels = reading.levelsOf(decoded);
            requireWithin(levels, decoded.picture());
            Samples samples = samples(inChannels(decoded.picture(), cell.channels()), levels, expected);
            return new SentSamples(
                    samples, new SentPicture(levels, decoded.transparent() ? reading.background() : null));
        } catch (UnreadablePicture e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    private static void requireWithin(PixelLevels levels, Picture picture) {
        int outside = levels.holds(picture.greatest()) ? picture.least() : picture.greatest();
        if (!levels.holds(outside)) {
            throw Problem.invalid(
                    "#",
                    "a pixel is " + outside + ", but 16-bit values are taken to range over " + levels.range()
                            + "; say with valueRange what this picture's range over");
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

    private static Samples samples(Picture picture, PixelLevels levels, ExpectedSamples expected) {
        Samples whole = new Samples(picture.shape(), picture.channelFirst(levels), null);
        return expected.size() == PictureSize.ANY ? whole : cells(whole, (SampleShape.Image) expected.shape());
    }

    private static Samples cells(Samples picture, SampleShape.Image cell) {
        SampleShape.Image whole = (SampleShape.Image) picture.shape();
        if (whole.height() % cell.height() != 0 || whole.width() % cell.width() != 0) {
            throw Problem.invalid(
                    "#",
                    "the picture is " + whole.width() + "×" + whole.height() + " pixels; one of " + cell.width() + "×"
                            + cell.height() + ", or a grid of such, is needed");
        }
        int columns = whole.width() / cell.width();
        int count = whole.height() / cell.height() * columns;
        float[] values = new float[count * cell.size()];
        for (int i = 0; i < count; i++) {
            cut(picture, cell, i / columns * cell.height(), i % columns * cell.width(), values, i * cell.size());
        }
        return new Samples(cell, values, null);
    }

    private static void cut(Samples from, SampleShape.Image cell, int top, int left, float[] values, int offset) {
        SampleShape.Image whole = (SampleShape.Image) from.shape();
        int at = offset;
        for (int channel = 0; channel < cell.channels(); channel++) {
            for (int y = top; y < top + cell.height(); y++, at += cell.width()) {
                int row = (channel * whole.height() + y) * whole.width() + left;
                System.arraycopy(from.values(), row, values, at, cell.width());
            }
        }
    }
}
