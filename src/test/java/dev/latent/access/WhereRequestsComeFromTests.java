package dev.latent.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Requests as browsers send them, written by hand: clients of Java set neither Host nor Origin. */
@ServiceTest
@TestPropertySource(properties = "latent.access.origins=https://shop.example")
class WhereRequestsComeFromTests {
    private static final String UPLOAD =
            "POST /v1/datasets HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n";
    private static final String REBUILD = "POST /actuator/registry HTTP/1.1\r\nContent-Length: 0\r\n";
    private static final String READ = "GET /v1/families HTTP/1.1\r\n";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, REBUILD, READ})
    void aPageElsewhereMayNotAsk(String request) throws IOException {
        assertThat(answer(request + "Host: localhost:" + port + "\r\nOrigin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("application/problem+json")
                .contains("https://evil.example may not ask this service");
    }

    @Test
    void aPageOfNoOriginMayNotAsk() throws IOException {
        assertThat(answer(READ + "Host: localhost:" + port + "\r\nOrigin: null\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void thePagesOfTheServiceMay(String scheme) throws IOException {
        String own = "localhost:" + port;
        assertThat(answer(READ + "Host: " + own + "\r\nOrigin: " + scheme + "://" + own + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void thePagesOfTheServiceMayThroughAProxyThatAsksByAnotherName() throws IOException {
        assertThat(answer(READ + "Host: localhost:" + port
                        + "\r\nX-Forwarded-Host: latent.example\r\nOrigin: https://latent.example\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aPageWhoseAddressIsSetMay() throws IOException {
        assertThat(answer(READ + "Host: localhost:" + port + "\r\nOrigin: https://shop.example\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: https://shop.example");
    }

    @Test
    void whoIsNoBrowserNamesNoPage() throws IOException {
        assertThat(answer(READ + "Host: 127.0.0.1\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aNameThatWasMadeToLeadHereIsRefused() throws IOException {
        assertThat(answer(READ + "Host: evil.example:" + port + "\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json")
                .contains("is not known as 'evil.example:" + port + "'");
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
