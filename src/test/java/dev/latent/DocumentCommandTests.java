package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Runs every command of every document, in the order in which it stands there, against the running service: blocks of
 * {@code sh}. Trainings are of a few steps. What builds, starts or stops something is in blocks of {@code sh by-hand}.
 */
@ServiceTest
class DocumentCommandTests {
    /** A request that fails ends the script, and the answer tells why. */
    private static final String PRELUDE = """
            curl() { command curl -sS --fail-with-body "$@"; }
            """;

    private static final String BASH = "/bin/bash";
    private static final String SHORTENED = "\"steps\": 20";

    @LocalServerPort
    int port;

    @Autowired
    RestTestClient client;

    static Stream<Path> documents() {
        return Documents.all()
                .filter(document -> !Documents.blocks(document, "sh").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandOf(Path document, @TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(BASH)), "skipped: there is no " + BASH);
        new ReadersFiles(new Http(client)).write(folder);
        Path output = folder.resolve("output.txt");

        Process shell = new ProcessBuilder(BASH, "-euo", "pipefail", "-c", script(document))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(shell.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(shell.exitValue()).as(() -> said(output)).isZero();
    }

    private String script(Path document) {
        return PRELUDE
                + String.join("\n", Documents.blocks(document, "sh"))
                        .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + port)
                        .replaceAll("\"(epochs|steps)\": *\\d+", SHORTENED);
    }

    private static String said(Path output) {
        try {
            List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
