package dev.latent.inference.http;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.inference.operation.VersionAndSeed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A request whose body may be of any length.
 *
 * @param pictures checked, as there are none
 * @param format of the answer
 * @param headers of the answer, beside those of every answer
 */
record RowRequest(
        HttpExchange http,
        VersionAndSeed asked,
        Operation operation,
        ExpectedSamples expected,
        PictureQuery pictures,
        SampleFormat format,
        Map<String, String> headers) {
    /** A request and its answer. */
    record HttpExchange(HttpServletRequest request, HttpServletResponse response) {}

    /** Whether both what comes and what is asked for can be of any length. */
    boolean streams() {
        return format.streams() && SampleBodies.streams(contentType(), expected);
    }

    /** Whether what comes is known to fit into memory. */
    boolean isShort() {
        long length = http.request.getContentLengthLong();
        return length >= 0 && length <= 64 << 20;
    }

    /** @throws dev.latent.problem.Problem 415 for what is not taken at all */
    boolean sendsPicture() {
        return SampleBodies.isPicture(contentType(), expected.shape());
    }

    /** Sends an answer that is in a file. @param more headers */
    void send(Path answer, Consumer<HttpHeaders> more) throws IOException {
        HttpHeaders all = Responses.headersOfPost(asked);
        all.setContentType(format.mediaType());
        more.accept(all);
        OutputStream out = new ServletClient(http.response, all, format).begin(Files.size(answer));
        Files.copy(answer, out);
        out.flush();
    }

    @Nullable
    String contentType() {
        return http.request.getContentType();
    }

    InputStream body() throws IOException {
        return http.request.getInputStream();
    }

    /** @throws dev.latent.problem.Problem 400 if something was said that only pictures have */
    void requireNoPicture() {
        pictures.requireUsed(null);
    }

    ServletClient client() {
        HttpHeaders all = Responses.headersOfPost(asked);
        all.setContentType(format.mediaType());
        headers.forEach(all::set);
        return new ServletClient(http.response, all, format);
    }
}
