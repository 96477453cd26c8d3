package dev.latent.exchange;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SampleReader;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.csv.CsvSamples;
import dev.latent.exchange.csv.CsvSamplesReader;
import dev.latent.exchange.json.JsonSamples;
import dev.latent.exchange.json.JsonSamplesReader;
import dev.latent.exchange.ndjson.NdjsonSamples;
import dev.latent.exchange.ndjson.NdjsonSamplesReader;
import dev.latent.exchange.npy.NpySamples;
import dev.latent.exchange.npy.NpySamplesReader;
import dev.latent.exchange.picture.PictureReading;
import dev.latent.exchange.picture.PictureSamples;
import dev.latent.exchange.picture.PictureStyle;
import dev.latent.files.BoundedInput;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    /**
     * The formats in which images can be written, first the one in which others were sent.
     *
     * @param contentType the header, or null
     */
    public static List<SampleFormat> formatsLike(@Nullable String contentType, SampleShape shape) {
        List<SampleFormat> formats = new ArrayList<>(SampleFormat.writing(shape));
        ContentFormat.sent(contentType, formats).ifPresent(sent -> {
            formats.remove(sent);
            formats.add(0, sent);
        });
        return formats;
    }

    /** A body in a format that {@link #negotiate} gave; the same samples give the same bytes. */
    public static byte[] write(SampleBody body, SampleFormat format) {
        return write(body, format, PictureStyle.USUAL);
    }

    /** @param style of a picture */
    public static byte[] write(SampleBody body, SampleFormat format, PictureStyle style) {
        return switch (format) {
            case JSON -> JsonSamples.write(body.clipped());
            case PNG, TIFF, JPEG -> PictureSamples.write(body.data(), format, style);
            case NPY -> NpySamples.write(body.data());
            case CSV -> CsvSamples.write(body);
            case NDJSON -> NdjsonSamples.write(body.clipped());
        };
    }

    /**
     * What stands before the samples of a body that is written in parts: with these parts one after the other it is what
     * {@link #write(SampleBody, SampleFormat)} gives of all of them.
     *
     * @param part some of the samples
     * @param format one that {@linkplain SampleFormat#streams streams}
     * @param count how many there are in all; of no account where the format does not tell it
     */
    public static byte[] begin(SampleBody part, SampleFormat format, long count) {
        return switch (format) {
            case NPY -> NpySamples.begin(part.data(), count);
            case CSV -> CsvSamples.begin(part);
            default -> new byte[0];
        };
    }

    /** Some of the samples of a body that is written in parts. */
    public static byte[] part(SampleBody part, SampleFormat format) {
        return switch (format) {
            case NPY -> NpySamples.rows(part.data());
            case CSV -> CsvSamples.rows(part);
            default -> write(part, format);
        };
    }

    /** Whether a body of this content type is a picture. @throws Problem 415 if it is not taken at all */
    public static boolean isPicture(@Nullable String contentType, SampleShape shape) {
        return ContentFormat.of(contentType, shape).isPicture();
    }

    /** Whether a body of this content type can be {@linkplain #open read in parts}. @throws Problem 415 if not at all */
    public static boolean streams(@Nullable String contentType, ExpectedSamples expected) {
        return ContentFormat.of(contentType, expected.shape()).streams();
    }

    /**
     * A body of any length, of which as much is read as is asked for.
     *
     * @param contentType one that {@link #streams}
     * @throws Problem as {@link #read(String, InputStream, ExpectedSamples)}, for what stands before the samples
     */
    public static SampleReader open(@Nullable String contentType, InputStream body, ExpectedSamples expected)
            throws IOException {
        return open(ContentFormat.of(contentType, expected.shape()), body, expected);
    }

    private static SampleReader open(SampleFormat format, InputStream body, ExpectedSamples expected)
            throws IOException {
        return switch (format) {
            case NPY -> NpySamplesReader.open(body, expected);
            case CSV -> CsvSamplesReader.open(body, expected);
            case NDJSON -> NdjsonSamplesReader.open(body, expected);
            default -> throw new IllegalArgumentException(format + " is not read in parts");
        };
    }

    /**
     * Reads a body: pixels in [0,1], standardized columns where such are expected, else vectors of finite numbers;
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
            case PNG, TIFF, JPEG -> PictureSamples.read(bounded, expected, reading);
            case NPY, CSV, NDJSON -> new SentSamples(readAll(format, bounded, expected), null);
        };
    }

    private static Samples readAll(SampleFormat format, InputStream body, ExpectedSamples expected) throws IOException {
        try (SampleReader reader = open(format, body, expected)) {
            int most = (int) Math.min(
                    Integer.MAX_VALUE, expected.maxValues() / reader.shape().size());
            Samples samples = reader.count() > most ? null : reader.next(most);
            if (samples == null || reader.next(1) != null) {
                throw expected.tooMany();
            }
            return samples;
        }
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
