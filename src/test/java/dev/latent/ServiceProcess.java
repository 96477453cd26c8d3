package dev.latent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.StringUtils;

/** A service in a process of its own, which a test can kill; beans of the test's take the place of the service's. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final String CONFIGURATION = "test.configuration";

    private final Process process;
    private final Path port;

    private ServiceProcess(Process process, Path port) {
        this.process = process;
        this.port = port;
    }

    /** Its arguments are the service's settings. */
    static final class Main {
        public static void main(String[] settings) throws ClassNotFoundException {
            List<Class<?>> sources = new ArrayList<>(List.of(LatentServer.class, TellsItsPort.class));
            for (String name : StringUtils.commaDelimitedListToStringArray(System.getProperty(CONFIGURATION))) {
                sources.add(Class.forName(name));
            }
            new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(settings);
        }
    }

    /** Writes the port to a file once the service is ready. */
    @TestConfiguration
    static class TellsItsPort {
        private final Environment settings;

        TellsItsPort(Environment settings) {
            this.settings = settings;
        }

        @EventListener
        void ready(AvailabilityChangeEvent<ReadinessState> change) throws IOException {
            if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
                Path file = Path.of(settings.getRequiredProperty("test.port-file"));
                Path unfinished = Path.of(file + ".unfinished");
                Files.writeString(unfinished, settings.getRequiredProperty("local.server.port"));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /**
     * Ready to answer.
     *
     * @param folder with the service's home and log
     * @param properties of the JVM
     */
    public static ServiceProcess start(Path folder, Map<String, String> properties, Class<?>... configuration)
            throws IOException {
        Path port = Files.createTempDirectory(folder, "service-").resolve("port");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-D" + CONFIGURATION + "="
                + Arrays.stream(configuration).map(Class::getName).collect(Collectors.joining(",")));
        command.addAll(List.of(
                Main.class.getName(),
                "--latent.home=" + folder.resolve("home"),
                "--server.port=0",
                "--test.port-file=" + port));
        ProcessBuilder service = new ProcessBuilder(command);
        service.redirectErrorStream(true).redirectOutput(new File(port + ".log"));
        ServiceProcess started = new ServiceProcess(service.start(), port);
        Awaitility.await().atMost(TO_START).until(() -> Files.exists(port));
        return started;
    }

    public RestTestClient client() throws IOException {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + Files.readString(port))
                .build();
    }

    /** Lets all of it stand still, as {@code kill -STOP} does; what it started goes on. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** As {@code kill -CONT} does. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does. @return whether it has ended in time */
    public boolean stop(Duration time) throws InterruptedException {
        process.destroy();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
