package dev.latent.exchange.picture;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ExpectedSamples.PictureSize;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.body.SentSamples.SentPicture;
import dev.latent.image.Background;
import dev.latent.image.DecodedPicture;
import dev.latent.image.ImageGrid;
import dev.latent.image.Picture;
import dev.latent.image.PictureFile;
import dev.latent.image.PictureKind;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Samples as a picture: one image, a grid of several, or points. */
public final class PictureSamples {
    private static final int PLOT_SIDE = 512;
    private static final int HEADER_BYTES = 1 << 16;

    private PictureSamples() {}

    /** Several images are a grid, or the pages of a TIFF; points are a PNG. */
    public static byte[] write(SampleData data, SampleFormat format, PictureStyle style) {
        Samples samples = data instanceof Table table ? table.about(table.columns()) : (Samples) data;
        if (!samples.shape().isImage()) {
            return Png.encode(new ScatterPlot(PLOT_SIDE).draw(samples));
        }
        PictureKind kind = PictureKind.valueOf(format.name());
        return PictureFile.encode(kind, pictures(samples, kind, style.levels(kind)), style.tags());
    }

    private static List<Picture> pictures(Samples samples, PictureKind kind, PixelLevels levels) {
        if (kind != PictureKind.TIFF) {
            return List.of(ImageGrid.square(samples.count()).draw(samples, levels));
        }
        return IntStream.range(0, samples.count())
                .mapToObj(i -> ImageGrid.ofColumns(1).draw(samples.range(i, i + 1), levels))
                .toList();
    }

    public static SentSamples read(InputStream body, ExpectedSamples expected, PictureReading reading)
            throws IOException {
        SampleShape.Image cell = (SampleShape.Image) expected.shape();
        byte[] bytes = readAtMost(body, expected);
        try {
            long pixels = expected.maxValues() / cell.channels();
            List<DecodedPicture> pages = new PictureReader(pixels, reading.background()).readAll(bytes);
            requireAlike(pages);
            PixelLevels levels = levels(reading, brightest(pages));
            List<Samples> samples = new ArrayList<>();
            for (DecodedPicture page : pages) {
                requireWithin(levels, page.picture(), expected);
                samples.add(samples(inChannels(page.picture(), cell.channels()), levels, expected));
            }
            boolean transparent = pages.stream().anyMatch(DecodedPicture::transparent);
            Background under = transparent ? reading.background() : null;
            return new SentSamples(
                    Samples.of(samples),
                    new SentPicture(levels, under, pages.get(0).tags()));
        } catch (UnreadablePicture e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    /** What all pages range over is told by the one with the greatest value. */
    private static DecodedPicture brightest(List<DecodedPicture> pages) {
        return Collections.max(
                pages, Comparator.comparingDouble(page -> page.picture().greatest()));
    }

    private static PixelLevels levels(PictureReading reading, DecodedPicture picture) {
        try {
            return reading.levelsOf(picture);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(
                    "valueRange",
                    "valueRange is what pictures' values range over, of 16 bits within 0,65535, as 0,4095");
        }
    }

    private static void requireAlike(List<DecodedPicture> pages) {
        Picture first = pages.get(0).picture();
        for (int i = 1; i < pages.size(); i++) {
            Picture page = pages.get(i).picture();
            if (!page.shape().equals(first.shape()) || page.bits() != first.bits()) {
                throw Problem.invalid(
                        "#",
                        "page " + (i + 1) + " of the picture is " + inWords(page) + ", the first one " + inWords(first)
                                + "; send pages that differ one by one");
            }
        }
    }

    private static String inWords(Picture picture) {
        return picture.width() + "×" + picture.height() + " pixels of "
                + (picture.bits() == 32 ? "floats" : picture.bits() + " bits") + " in " + picture.channels()
                + (picture.channels() == 1 ? " channel" : " channels");
    }

    private static void requireWithin(PixelLevels levels, Picture picture, ExpectedSamples expected) {
        if (levels.isFloat()) {
            requireTaken(levels, picture.least(), expected);
            requireTaken(levels, picture.greatest(), expected);
            return;
        }
        double outside = levels.holds(picture.greatest()) ? picture.least() : picture.greatest();
        if (!levels.holds(outside)) {
            throw Problem.invalid(
                    "#",
                    "a pixel is " + PixelLevels.text(outside) + ", but 16-bit values are taken to range over "
                            + levels.range() + "; say with valueRange what this picture's range over");
        }
    }

    private static void requireTaken(PixelLevels levels, double value, ExpectedSamples expected) {
        if (!expected.takes(levels.pixel(value))) {
            throw Problem.invalid(
                    "#",
                    "a pixel is " + PixelLevels.text(value) + ", but floats are taken to range over " + levels.range()
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
