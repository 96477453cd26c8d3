package dev.latent.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** People send files as their tools do, and those seldom say what they send. */
@ServiceTest
class MendedContentTypeTests {
    private static final String DENOISE = "/v1/models/typed-denoiser/denoise";
    private static final String RECONSTRUCT = "/v1/models/typed-points/reconstruct";
    private static final String ALIAS = "/v1/models/typed-points/aliases/champion";

    @LocalServerPort
    int port;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("typed-points").isEmpty()) {
            TestModels.publish(registry, "typed-denoiser", "denoising-autoencoder", TestModels.DIGIT);
            TestModels.publish(registry, "typed-points", "vae", TestModels.POINT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/x-www-form-urlencoded",
                "*/*",
                "image/*",
                "application/octet-stream",
                "text/plain",
                "application/json",
                "foo"
            })
    void aPictureIsTakenForOneWhateverIsSaidOfIt(String type, @Autowired RestTestClient client) throws IOException {
        byte[] picture = new Http(client)
                .get("/v1/datasets/digits/samples?count=1", Http.PNG)
                .getResponseBody();

        assertThat(send("POST", DENOISE, type, picture)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "image/jpeg", "image/png", "application/x-www-form-urlencoded"})
    void soIsAPhotograph(String type) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg);

        assertThat(send("POST", DENOISE, type, jpeg.toByteArray())).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                                              | {"values": [[1, 2]]}
            application/x-www-form-urlencoded | {"values": [[1, 2]]}
            */*                               | {"values": [[1, 2]]}
            text/csv                          | {"values": [[1, 2]]}
            application/vnd.ms-excel          | x0,x1~1,2~
                                              | x0,x1~1,2~
            application/x-www-form-urlencoded | x0,x1~1,2~
            """)
    void soAreNumbers(String type, String body) throws IOException {
        assertThat(send("POST", RECONSTRUCT, type, body.replace('~', '\n').getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/x-www-form-urlencoded", "*/*", "text/plain", "application/*", "foo"})
    void soIsTheJsonOfOtherOperations(String type) throws IOException {
        assertThat(send("PUT", ALIAS, type, "{\"version\": 1}".getBytes())).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource({
        "POST, /v1/training-jobs, */*",
        "POST, /v1/models/typed-points/reconstruct, */*",
        "POST, /v1/models/typed-points/versions/1/quality, */*",
        "POST, /v1/datasets, */*",
        "PUT, /v1/models/typed-points/aliases/champion, */*",
        "POST, /v1/training-jobs, application/x-www-form-urlencoded",
        "POST, /v1/models/typed-points/reconstruct, application/x-www-form-urlencoded",
        "POST, /v1/models/typed-points/versions/1/quality, application/x-www-form-urlencoded",
        "PUT, /v1/models/typed-points/aliases/champion, application/x-www-form-urlencoded",
    })
    void whatIsNeitherThisNorThatIsAnUnsupportedMediaType(String method, String path, String type) throws IOException {
        assertThat(send(method, path, type, "a=%zz".getBytes()))
                .startsWith("HTTP/1.1 415")
                .contains("application/problem+json");
    }

    @Test
    void aFormThatNobodyAskedForIsNotRead() throws IOException {
        assertThat(send("DELETE", ALIAS + "s", "application/x-www-form-urlencoded", "a=%zz".getBytes()))
                .startsWith("HTTP/1.1 404");
        assertThat(send("POST", "/v1/training-jobs/none/cancel", "application/x-www-form-urlencoded", "%zz".getBytes()))
                .startsWith("HTTP/1.1 404");
    }

    /** As no client of Java's would send it. */
    private String send(String method, String target, String type, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + (type == null || type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                            + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
