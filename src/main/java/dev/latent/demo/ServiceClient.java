package dev.latent.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service, and remembers the curl lines that ask the same. */
final class ServiceClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 300;
    private static final int STARTING_SECONDS = 120;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;
    private final StringBuilder curlLines = new StringBuilder();

    ServiceClient(URI service) {
        this.service = service;
    }

    URI uri() {
        return service;
    }

    String curlLines() {
        return curlLines.toString();
    }

    /** @throws IOException if that takes too long */
    void awaitReady() throws IOException, InterruptedException {
        for (int second = 0; !isReady(); second++) {
            if (second == STARTING_SECONDS) {
                throw new IOException("the service did not become ready within " + STARTING_SECONDS + " s");
            }
            Thread.sleep(1000);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        try {
            return http.send(request("/actuator/health/readiness").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).build()));
    }

    /** Whether what is asked for is there. */
    boolean answers(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.discarding()).statusCode() < OK;
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        curl("-X POST -H 'Content-Type: application/json' -d '" + body + "' " + service.resolve(path));
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return JSON.readTree(send(request));
    }

    void delete(String path) throws IOException, InterruptedException {
        send(request(path).DELETE().build());
    }

    byte[] picture(String path) throws IOException, InterruptedException {
        curl("-H 'Accept: image/png' -o picture.png '" + service.resolve(path) + "'");
        return send(request(path).header("Accept", "image/png").build());
    }

    /** A stream of server-sent events. */
    InputStream events(String path) throws IOException, InterruptedException {
        curl("-N " + service.resolve(path));
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= OK) {
            throw new IOException(request.method() + " " + request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path));
    }

    private void curl(String line) {
        curlLines.append("curl ").append(line).append('\n');
    }
}
