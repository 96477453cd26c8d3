package dev.latent.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that answers as it is told. */
class SmokeTests {
    private static final String SUCCEEDED = "{\"id\": \"1\", \"status\": \"SUCCEEDED\", \"finishedAt\": \"now\"}";
    private static final String FAILED =
            "{\"id\": \"1\", \"status\": \"FAILED\", \"finishedAt\": \"now\", \"error\": {\"code\": \"diverged\"}}";

    private final List<String> deleted = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server;
    private String job = SUCCEEDED;
    private byte[] picture = new byte[0];

    @BeforeEach
    void start() throws IOException {
        picture = png();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServiceThatWorksKeepsNothingOfIt() throws IOException, InterruptedException {
        smoke();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("a picture of 7×3");
        assertThat(deleted).hasSize(2).first().asString().startsWith("/v1/models/smoke-");
        assertThat(deleted).last().isEqualTo("/v1/training-jobs/1");
    }

    @Test
    void itNeedsNoTemporaryFolder(@TempDir Path folder) throws IOException, InterruptedException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        ImageIO.setUseCache(true);
        ImageIO.setCacheDirectory(gone.toFile());
        Files.delete(gone);
        try {
            smoke();
        } finally {
            ImageIO.setCacheDirectory(null);
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("a picture of 7×3");
    }

    @Test
    void aTrainingThatFailsIsToldAndLeftToBeLookedAt() {
        job = FAILED;

        assertThatThrownBy(this::smoke).isInstanceOf(IOException.class).hasMessageContaining("diverged");
        assertThat(deleted).isEmpty();
    }

    @Test
    void whatIsNoPictureIsTold() {
        picture = new byte[] {1, 2, 3};

        assertThatThrownBy(this::smoke).hasMessage("the samples are no picture");
    }

    private void smoke() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        new SmokeCommand(new ServiceClient(address), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("DELETE")) {
            deleted.add(path);
        }
        byte[] body = path.endsWith("/samples") ? picture : job.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(7, 3, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }
}
