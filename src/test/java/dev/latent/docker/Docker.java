package dev.latent.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The container engine of this machine, by its command. */
final class Docker {
    /** The service's image, as these tests build it from the jar in {@code target}. */
    static final String IMAGE = "latent-server:test";

    private static final List<String> BASES = List.of("eclipse-temurin:25-jre", "eclipse-temurin:25-jdk");

    private Docker() {}

    static void requireEngine() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: no container engine answers");
    }

    /** Built once for all tests: the engine keeps what has not changed. */
    static void buildService() {
        BASES.forEach(base -> assumeTrue(isHere(base), "skipped: " + base + " is neither here nor to be pulled"));
        run("build", "-t", IMAGE, "--build-arg", "PROGRAM=jar", ".");
    }

    /** Whether an image is there, or can be pulled. */
    static boolean isHere(String image) {
        return succeeds("image", "inspect", image) || succeeds("pull", "-q", image);
    }

    static boolean succeeds(String... arguments) {
        return call(Map.of(), List.of(arguments)).succeeded();
    }

    /** What it prints. @throws IllegalStateException if it fails */
    static String run(String... arguments) {
        return run(Map.of(), List.of(arguments));
    }

    static String run(Map<String, String> environment, List<String> arguments) {
        Answer answer = call(environment, arguments);
        if (!answer.succeeded()) {
            throw new IllegalStateException("docker " + String.join(" ", arguments) + ": " + answer.output());
        }
        return answer.output().strip();
    }

    private static Answer call(Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        ProcessBuilder docker = new ProcessBuilder(command).redirectErrorStream(true);
        docker.environment().putAll(environment);
        try {
            Process process = docker.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor() == 0, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(boolean succeeded, String output) {}
}
