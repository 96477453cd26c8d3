package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.Column;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Answers that are longer than what is kept of them, and clients that misbehave. */
@ServiceTest
@TestPropertySource(properties = {"latent.inference.spool=0B", "latent.inference.streams=1"})
class LongStreamTests {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PATH = "/v1/models/long/denoise";
    private static final int MANY = 20_000;

    @LocalServerPort
    int port;

    @Autowired
    RestTestClient client;

    @Autowired
    MeterRegistry meters;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("long").isEmpty()) {
            TestModels.publishTable(
                    registry, "long", "denoising-autoencoder", new Column("a", 0, 1, 3), new Column("b", 0, 20, 5));
        }
    }

    @Test
    void theAnswerBeginsBeforeTheRequestEndsAndIsWhole() throws IOException {
        assertThat(lines(post(NDJSON, rows(MANY)))).isEqualTo(MANY);
    }

    @Test
    void linesOfJsonThatBreakOffEndInAProblemAndTheBodyHasNoEnd() {
        HttpURLConnection answer = post(NDJSON, rows(MANY) + "{\"a\": \"oops\", \"b\": 1}\n");

        StringBuilder read = new StringBuilder();
        assertThatThrownBy(() -> readInto(read, answer)).isInstanceOf(IOException.class);
        assertThat(read.toString().lines().reduce((one, other) -> other).orElseThrow())
                .startsWith("{\"problem\":{")
                .contains("line 20001, column a: 'oops' is a text", "\"status\":422");
    }

    @Test
    void aCsvThatBreaksOffHasNoEnd() {
        HttpURLConnection answer = post(CSV, rows(MANY) + "{\"a\": \"oops\", \"b\": 1}\n");

        StringBuilder read = new StringBuilder();
        assertThatThrownBy(() -> readInto(read, answer)).isInstanceOf(IOException.class);
        assertThat(read).startsWith("a,b\r\n").doesNotContain("problem");
    }

    @Test
    void aNumpyArrayThatWouldHaveToBeginTooEarlyIsRefused() throws IOException {
        HttpURLConnection answer = post(Http.NPY, rows(4 * MANY));

        assertThat(answer.getResponseCode()).isEqualTo(406);
        assertThat(new String(answer.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("begins with the number of its rows");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatGoesAwayLeavesItsPlace(boolean whileItSends) throws IOException {
        awaitStreams(0);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON + "\r\nAccept: "
                            + NDJSON + "\r\nContent-Length: 999999999\r\n\r\n" + rows(whileItSends ? MANY : 1_000))
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (whileItSends) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            awaitStreams(1);
            assertThat(statusOfAnother(503)).isEqualTo(503);
            assertThat(new Http(client)
                            .post(PATH, CSV, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), CSV)
                            .getStatus()
                            .value())
                    .as("short requests are answered all the same")
                    .isEqualTo(200);
        }

        assertThat(statusOfAnother(200)).isEqualTo(200);
    }

    /** Whoever asks too early takes the place that somebody else is to have. */
    private void awaitStreams(int underWay) {
        Awaitility.await()
                .until(() -> meters.get("latent.inference.streams").gauge().value() == underWay);
    }

    /** Asks until it gets that status, for a bounded time. */
    private int statusOfAnother(int wanted) throws IOException {
        Instant until = Instant.now().plus(Duration.ofSeconds(15));
        int status = 0;
        while (status != wanted && Instant.now().isBefore(until)) {
            HttpURLConnection answer = post(NDJSON, rows(300));
            status = answer.getResponseCode();
            answer.disconnect();
        }
        return status;
    }

    private HttpURLConnection post(String accept, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + PATH).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", NDJSON);
            connection.setRequestProperty("Accept", accept);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(HttpURLConnection answer) throws IOException {
        try (InputStream in = answer.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count();
        }
    }

    private static void readInto(StringBuilder text, HttpURLConnection answer) throws IOException {
        try (InputStream in = answer.getInputStream()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        }
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("{\"a\":")
                    .append(i % 9)
                    .append(",\"b\":")
                    .append(15 + i % 10)
                    .append("}\n");
        }
        return rows.toString();
    }
}
