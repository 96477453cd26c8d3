package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCheckTests {
    @TempDir
    Path home;

    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "503, false"})
    void aServiceThatTakesRequestsIsWell(int status, boolean well) throws IOException {
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        assertThat(HealthCheck.isOk(HealthCheck.ask(address()))).isEqualTo(well);
    }

    @Test
    void aPortThatNobodyListensAtIsAnError() {
        URI address = address();
        service.stop(0);

        assertThatThrownBy(() -> HealthCheck.ask(address)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://0.0.0.0:9090,   http://127.0.0.1:9090",
        "http://[::]:9090,      http://127.0.0.1:9090",
        "http://10.1.2.3:8080,  http://10.1.2.3:8080",
    })
    void itAsksWhereverTheServiceSaysThatItListens(String told, URI asked) throws IOException {
        Files.writeString(home.resolve("server.json"), "{\"pid\":1,\"address\":\"" + told + "\"}");

        assertThat(ServedAddress.in(home)).isEqualTo(asked);
    }

    @Test
    void aServiceThatDoesNotListenYetIsNotWell() throws IOException {
        assertThatThrownBy(() -> ServedAddress.in(home)).isInstanceOf(IOException.class);
        Files.writeString(home.resolve("server.json"), "{\"pid\":1,\"address\":null}");

        assertThatThrownBy(() -> ServedAddress.in(home)).hasMessageContaining("does not listen yet");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }
}
