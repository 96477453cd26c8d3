package dev.latent.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The service as a process of its own, on a free port of this machine, with a home of its own. */
final class Service implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Request READY = Request.get("/actuator/health/readiness", "application/json");

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private Service(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** From the class path, so that what measures inside of it is there too. */
    static Service inside(Path home, String... settings) throws IOException {
        return start(onClassPath("-Xmx2g"), home, settings);
    }

    /** Like {@link #inside}, with a heap that neither grows nor shrinks, so that what grows is a leak. */
    static Service withFixedHeap(Path home, String size) throws IOException {
        return start(onClassPath("-Xms" + size, "-Xmx" + size, "-XX:+AlwaysPreTouch"), home);
    }

    private static List<String> onClassPath(String... options) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, "dev.latent.LatentServer"));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Service start(List<String> command, Path home, String... settings) throws IOException {
        int port = freePort();
        List<String> all = new ArrayList<>(command);
        all.add("--server.port=" + port);
        all.add("--latent.home=" + home);
        all.addAll(List.of(settings));
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile());
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().remove("LATENT_DATASETS_DIRECTORY");
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, port, home);
        return new Service(process, port, (System.nanoTime() - start) / 1e9);
    }

    private static void awaitReady(Process process, int port, Path home) throws IOException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                process.destroyForcibly();
                throw new IOException("the service did not start:\n" + Files.readString(home.resolve("output.log")));
            }
            pause(10);
        }
    }

    private static boolean isReady(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.exchange(READY).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** One request on a connection of its own. @throws IOException if it is refused */
    String ask(Request request) throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            HttpConnection.Answer answer = connection.exchange(request);
            if (answer.status() >= 400) {
                throw new IOException(answer.status() + ": " + answer.text());
            }
            return answer.text();
        }
    }

    String get(String path) throws IOException {
        return ask(Request.get(path, "application/json"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
