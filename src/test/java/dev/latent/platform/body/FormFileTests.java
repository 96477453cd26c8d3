package dev.latent.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A file in a form, as {@code curl -F file=@picture.png} and web pages send it. */
@ServiceTest
class FormFileTests {
    private static final String DENOISE = "/v1/models/form-denoiser/denoise";
    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n";
    private static final String FIELD = "Content-Disposition: form-data; name=\"label\"\r\n";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("form-denoiser").isEmpty()) {
            TestModels.publish(registry, "form-denoiser", "denoising-autoencoder", new SampleShape.Image(1, 28, 28));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: application/octet-stream\r\n", "Content-Type: image/jpeg\r\n"})
    void isTheBodyToTheOperation(String type) {
        byte[] bare = post("image/png", picture()).getResponseBody();

        assertThat(Arrays.equals(send(part(FILE + type, picture()), end()).getResponseBody(), bare))
                .isTrue();
    }

    @Test
    void mayHoldNumbers() {
        byte[] json = ("{\"values\": [[" + "0.5,".repeat(783) + "0.5]]}").getBytes(StandardCharsets.UTF_8);

        assertThat(send(part(FILE, json), end()).getStatus().value()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a field before it  | 422 | as ?label=…
            a field behind it  | 422 | as ?label=…
            a second file      | 422 | one file
            no part            | 400 | holds no file
            an end that lacks  | 400 | cut off
            """)
    void isAllThatMayBeThere(String what, int status, String detail) {
        byte[] file = part(FILE, picture());
        byte[] field = part(FIELD, "3".getBytes(StandardCharsets.UTF_8));
        EntityExchangeResult<byte[]> answer = switch (what) {
            case "a field before it" -> send(field, file, end());
            case "a field behind it" -> send(file, field, end());
            case "a second file" -> send(file, file, end());
            case "no part" -> send(end());
            default -> send(file);
        };

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(Http.json(answer).at("/detail").stringValue()).contains(detail);
    }

    private byte[] picture() {
        return new Http(client)
                .get("/v1/datasets/digits/samples?count=1", Http.PNG)
                .getResponseBody();
    }

    private EntityExchangeResult<byte[]> send(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        return post("multipart/form-data; boundary=limit", body.toByteArray());
    }

    private EntityExchangeResult<byte[]> post(String type, byte[] body) {
        return new Http(client).post(DENOISE, type, body, Http.NPY);
    }

    private static byte[] part(String head, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--limit\r\n" + head + "\r\n").getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private static byte[] end() {
        return "--limit--\r\n".getBytes(StandardCharsets.US_ASCII);
    }
}
