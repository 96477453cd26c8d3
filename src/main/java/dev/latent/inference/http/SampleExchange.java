package dev.latent.inference.http;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.body.SentSamples.SentPicture;
import dev.latent.exchange.json.JsonSamples;
import dev.latent.exchange.picture.PictureStyle;
import dev.latent.image.ImageGrid;
import dev.latent.image.Png;
import dev.latent.inference.engine.Units;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Sample bodies in requests and answers. */
final class SampleExchange {
    /** The most samples in one request. */
    static final int MOST = 1024;

    private static final String ANY_NUMBER = "; any number is taken as text/csv, application/x-npy or"
            + " application/x-ndjson where one of these is asked for, too";

    private SampleExchange() {}

    /** Responds to a body of samples that are not answered as a stream. */
    static ResponseEntity<byte[]> answer(RowRequest ask, Function<Samples, SampleData> operation) throws IOException {
        Units units = Units.of(ask.asked().version().description());
        SentSamples sent = read(ask, units);
        return answer(ask, sent, operation.apply(sent.samples()), Map.of());
    }

    /** @param more members of the answer where it is JSON, each of one number a sample */
    static ResponseEntity<byte[]> answer(
            RowRequest ask, SentSamples sent, SampleData result, Map<String, double[]> more) {
        Units units = Units.of(ask.asked().version().description());
        SampleFormat format = ask.format();
        byte[] body = format == SampleFormat.JSON && !more.isEmpty()
                ? JsonSamples.write(units.body(result, ask.asked().seed()).clipped(), more)
                : write(ask.asked(), units, result, format, style(sent, format));
        return Responses.to(ask.asked(), sent, format.mediaType(), body);
    }

    /** @param units of the domain that the samples are of */
    static SentSamples read(RowRequest ask, Units units) throws IOException {
        return read(ask, ask.body(), units);
    }

    /** @param body in place of the request's, which has been read */
    static SentSamples read(RowRequest ask, InputStream body, Units units) throws IOException {
        try {
            return read(ask.contentType(), body, ask.expected(), units, ask.pictures());
        } catch (Problem problem) {
            throw explained(problem, ask);
        }
    }

    /** Of a model's only domain, or of A. */
    static ExpectedSamples expected(VersionAndSeed asked, ColumnQuery columns) {
        return expected(Units.of(asked.version().description()), columns);
    }

    static ExpectedSamples expected(Units units, ColumnQuery columns) {
        return ExpectedSamples.of(units.shape(), MOST).of(units.expected(columns.ignore()));
    }

    static SentSamples read(
            HttpServletRequest request, VersionAndSeed asked, ColumnQuery columns, PictureQuery pictures)
            throws IOException {
        return read(request, Units.of(asked.version().description()), columns, pictures);
    }

    /** @param units of the domain that the samples are of */
    static SentSamples read(HttpServletRequest request, Units units, ColumnQuery columns, PictureQuery pictures)
            throws IOException {
        return read(request.getContentType(), request.getInputStream(), expected(units, columns), units, pictures);
    }

    private static SentSamples read(
            @Nullable String contentType,
            InputStream body,
            ExpectedSamples expected,
            Units units,
            PictureQuery pictures)
            throws IOException {
        SentSamples sent = SampleBodies.read(contentType, body, expected, pictures.reading(units.pictures()));
        pictures.requireUsed(sent.picture() == null ? null : sent.picture().levels());
        return sent;
    }

    static byte[] write(VersionAndSeed asked, SampleData samples, SampleFormat format) {
        return write(asked, Units.of(asked.version().description()), samples, format);
    }

    static byte[] write(VersionAndSeed asked, Units units, SampleData samples, SampleFormat format) {
        return write(asked, units, samples, format, PictureStyle.USUAL);
    }

    /** That of a picture that was sent, where it was one; of numbers a TIFF holds floats. */
    static PictureStyle style(SentSamples sent, SampleFormat format) {
        SentPicture picture = sent.picture();
        if (picture != null) {
            return new PictureStyle(picture.levels(), picture.tags());
        }
        return format == SampleFormat.TIFF ? PictureStyle.of(PixelLevels.FLOATS) : PictureStyle.USUAL;
    }

    /** @param style of a picture */
    static byte[] write(
            VersionAndSeed asked, Units units, SampleData samples, SampleFormat format, PictureStyle style) {
        return SampleBodies.write(units.body(samples, asked.seed()), format, style);
    }

    /** The same, but images stand side by side in one row. */
    static byte[] writeRow(VersionAndSeed asked, SampleData data, SampleFormat format) {
        return format == SampleFormat.PNG
                        && data instanceof Samples images
                        && images.shape().isImage()
                ? Png.encode(ImageGrid.ofColumns(images.count()).draw(images))
                : write(asked, data, format);
    }

    /** What a body is told that can't be answered as a stream. */
    static Problem explained(Problem problem, RowRequest ask) {
        boolean tooMany = problem.getStatusCode().value() == HttpStatus.CONTENT_TOO_LARGE.value();
        return tooMany && problem.getBody().getDetail() != null
                ? Problem.tooLarge(problem.getBody().getDetail() + ANY_NUMBER)
                : problem;
    }

    static SampleFormat format(HttpServletRequest request, SampleFormat... offered) {
        return SampleBodies.negotiate(accept(request), List.of(offered));
    }

    static SampleFormat format(HttpServletRequest request, VersionAndSeed asked) {
        return SampleBodies.negotiate(
                accept(request), asked.version().description().shape());
    }

    /** The format in which images were sent where the client accepts it as well as any other. */
    static SampleFormat formatLikeSent(HttpServletRequest request, VersionAndSeed asked) {
        SampleShape shape = asked.version().description().shape();
        return shape.isImage()
                ? SampleBodies.negotiate(accept(request), SampleBodies.formatsLike(request.getContentType(), shape))
                : format(request, asked);
    }

    private static @Nullable String accept(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return headers.isEmpty() ? null : String.join(",", headers);
    }
}
