package dev.latent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code spark-submit latent-spark.jar}: what Spark's own script does, with the jars that the build laid out. Neither
 * sees the class path of the tests.
 */
final class SparkSubmit {
    static final String LOCAL = "local[2]";
    static final String TWO_EXECUTORS = "local-cluster[2,1,1024]";

    private static final Path HOME = Path.of("target/spark/home").toAbsolutePath();
    private static final Path JAR = Path.of("target/spark/latent-spark.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final long MOST_MINUTES = 5;

    private final Path folder;
    private final List<String> options;

    /** @param folder for what it writes */
    SparkSubmit(Path folder, String master) {
        this.folder = folder;
        this.options = new ArrayList<>(List.of("--master", master));
        with("spark.ui.enabled", "false")
                .with("spark.driver.host", "127.0.0.1")
                .with("spark.sql.session.timeZone", "UTC");
    }

    SparkSubmit with(String setting, String value) {
        options.addAll(List.of("--conf", setting + "=" + value));
        return this;
    }

    /** Waits for the end. @return what it wrote, as lines of JSON by their {@code id} */
    Map<Long, JsonNode> run(String operation, String model, Path input, String... more) {
        Path output = folder.resolve(operation + ".json");
        requireSuccess(start(operation, model, input, output, more));
        return byId(output, "id");
    }

    Process start(String operation, String model, Path input, Path output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(operation, model, input.toString(), output.toString()));
        arguments.addAll(Arrays.asList(more));
        return start(arguments);
    }

    Process start(List<String> arguments) {
        List<String> submit = new ArrayList<>(options);
        submit.add(JAR.toString());
        submit.addAll(arguments);
        try {
            return process(command(submit)).redirectOutput(log().toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spark's launcher prints it, after a line, each part ended by a zero. */
    private List<String> command(List<String> submit) throws IOException {
        List<String> launcher = new ArrayList<>(List.of(
                JAVA,
                "-cp",
                HOME + "/jars/*",
                "org.apache.spark.launcher.Main",
                "org.apache.spark.deploy.SparkSubmit"));
        launcher.addAll(submit);
        Process process = process(launcher).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed).startsWith("\0");
        return Stream.of(printed.split("\0"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("SPARK_HOME", HOME.toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13"); // as its own scripts do
        process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("SPARK_SUBMIT_OPTS", "-Xmx1g");
        return process;
    }

    void requireSuccess(Process process) {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            assertThat(process.waitFor()).withFailMessage(this::said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that it has printed. */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("spark.log");
    }

    static Map<Long, JsonNode> byId(Path output, String id) {
        Map<Long, JsonNode> rows = new TreeMap<>();
        for (Path part : parts(output)) {
            try (Stream<String> lines = Files.lines(part)) {
                lines.map(Json.MAPPER::readTree)
                        .forEach(row -> rows.put(row.at("/" + id).longValue(), row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    private static Collection<Path> parts(Path output) {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
