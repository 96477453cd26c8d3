package dev.latent.docker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code CACHE JAR}: starts the service once while the image is built, asks it what clients ask, and ends it, so that the
 * JVM writes its ahead-of-time cache of what that took. The database is in memory; the home is left beside the cache, in a
 * stage of the build that nothing else is taken from.
 */
public final class FirstRun {
    private static final long PATIENCE_SECONDS = 300;
    private static final int TERMINATED = 143;
    private static final List<String> REQUESTS = List.of(
            "/actuator/health/readiness",
            "/actuator/prometheus",
            "/",
            "/openapi.json",
            "/v1/models",
            "/v1/datasets",
            "/v1/training-jobs",
            "/v1/models/mnist-cgan/samples?count=4&label=3&seed=7");

    private FirstRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path cache = Path.of(arguments[0]);
        Path home = Files.createTempDirectory(cache.toAbsolutePath().getParent(), "home");
        Process service = start(cache, arguments[1], home);
        URI address = awaitAddress(service, home);
        for (String request : REQUESTS) {
            ask(address.resolve(request));
        }
        service.destroy();
        require(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the service did not end");
        require(service.exitValue() == TERMINATED, "the service ended with " + service.exitValue());
        require(Files.size(cache) > 0, "the JVM wrote no cache");
    }

    /** With the options of the image's entry point, which the cache is bound to. */
    private static Process start(Path cache, String jar, Path home) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:aot=error"));
        command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "--enable-native-access=ALL-UNNAMED", "-jar", jar));
        command.addAll(List.of(
                "--latent.home=" + home,
                "--latent.evaluation.automatic=false",
                "--spring.datasource.url=jdbc:h2:mem:first",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static URI awaitAddress(Process service, Path home) throws InterruptedException {
        for (long tries = 0; tries < PATIENCE_SECONDS * 10; tries++) {
            require(service.isAlive(), "the service did not start");
            try {
                URI address = ServedAddress.in(home);
                if (HealthCheck.isOk(HealthCheck.ask(address))) {
                    return address;
                }
            } catch (IOException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the service was not ready within " + PATIENCE_SECONDS + " s");
    }

    private static void ask(URI request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(request).build(), HttpResponse.BodyHandlers.ofByteArray());
        System.out.println(request + ": " + answer.statusCode() + ", " + answer.body().length + " bytes");
        require(answer.statusCode() == 200, request + " was not answered");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
