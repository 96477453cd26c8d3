package dev.latent.exchange;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.csv.CsvSamples;
import dev.latent.exchange.csv.CsvSamplesReader;
import dev.latent.exchange.json.JsonSamples;
import dev.latent.exchange.json.JsonSamplesReader;
import dev.latent.exchange.npy.NpySamples;
import dev.latent.exchange.png.PictureReading;
import dev.latent.exchange.png.PngSamples;
import dev.latent.files.BoundedInput;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes sample bodies. Whatever is wrong with one is a {@link Problem} that names the place and the fix. */
public final class SampleBodies {
    private static final int BYTES_A_VALUE = 64;
    private static final int BYTES_AROUND = 1 << 20;

    private SampleBodies() {}

    /**
     * The format that a client prefers; JSON where it has no preference.
     *
     * @param accept the header, or null
     * @throws Problem 406 if samples of this shape can't be written in any that it accepts
     */
    public static SampleFormat negotiate(@Nullable String accept, SampleShape shape) {
        return negotiate(accept, SampleFormat.writing(shape));
    }

    /**
     * The format that a client prefers of those offered; the first of them where it has no preference.
     *
     * @param accept the header, or null
     * @throws Problem 406 if it accepts none of them
     */
    public static SampleFormat negotiate(@Nullable String accept, List<SampleFormat> offered) {
        return AcceptedFormats.parse(accept).best(offered);
    }

    /** A body in a format that {@link #negotiate} gave; the same samples give the same bytes. */
    public static byte[] write(SampleBody body, SampleFormat format) {
        return write(body, format, PixelLevels.EIGHT_BITS);
    }

    /** @param levels what the pixels 0 and 1 become in a picture */
    public static byte[] write(SampleBody body, SampleFormat format, PixelLevels levels) {
        return switch (format) {
            case JSON -> JsonSamples.write(body);
            case PNG -> PngSamples.write(body.data(), levels);
            case NPY -> NpySamples.write(body.data());
            case CSV -> CsvSamples.write(body);
        };
    }

    /**
     * Reads a body: pixels in [0,1], standardised columns where such are expected, else vectors of finite numbers;
     * labels where the body has them.
     *
     * @param contentType the header, or null
     * @throws Problem 400 where it can't be read at all, 413 where it holds more than expected, 415 for another
     *     content type, 422 where a value, a size or a shape is wrong
     */
    public static Samples read(@Nullable String contentType, InputStream body, ExpectedSamples expected)
            throws IOException {
        return read(contentType, body, expected, PictureReading.USUAL).samples();
    }

    /** The same, with what is known of how pictures are to be read. */
    public static SentSamples read(
            @Nullable String contentType, InputStream body, ExpectedSamples expected, PictureReading reading)
            throws IOException {
        SampleFormat format = ContentFormat.of(contentType, expected.shape());
        InputStream bounded = bounded(body, expected);
        return switch (format) {
            case JSON -> new SentSamples(JsonSamplesReader.read(bounded, expected), null);
            case PNG -> PngSamples.read(bounded, expected, reading);
            case NPY -> new SentSamples(NpySamples.read(bounded, expected), null);
            case CSV -> new SentSamples(CsvSamplesReader.read(bounded, expected), null);
        };
    }

    /** Room for the values that are expected in any notation, and for what is around them. */
    private static InputStream bounded(InputStream body, ExpectedSamples expected) {
        long most = expected.maxValues() * BYTES_A_VALUE + BYTES_AROUND;
        return new BoundedInput(
                body,
                most,
                () -> Problem.tooLarge("The body is longer than " + most + " bytes; send fewer samples at once"));
    }
}
