package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.LatentServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A service with a running job goes down, in peace or not, and comes back. */
class RestartTests {
    @TempDir
    Path home;

    private final List<Process> services = new ArrayList<>();

    /** The service with a scripted trainer; its arguments are the service's settings. */
    public static final class ScriptedService {
        public static void main(String[] settings) {
            new SpringApplicationBuilder(LatentServer.class, ScriptedTrainer.class).run(settings);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process service : services) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void aJobWhoseServiceWasKilledGoesOnWithinFiveSecondsOfTheNextStart() throws Exception {
        TrainingClient before = start("run");
        String id = before.submit("survivor");
        before.awaitProgress(id);
        services.get(0).destroyForcibly().waitFor();

        TrainingClient after = start("finish");
        Instant ready = Instant.now();
        JsonNode job = after.await(id, JobStatus.SUCCEEDED);

        assertThat(Duration.between(ready, Instant.parse(job.get("finishedAt").stringValue())))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(job.get("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void aServiceThatIsStoppedLetsItsRunWriteACheckpointAndGoesOnNextTime() throws Exception {
        TrainingClient before = start("run");
        String id = before.submit("patient");
        String next = before.submit("next");
        before.awaitProgress(id);
        services.get(0).destroy();
        assertThat(services.get(0).waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("home/runs").resolve(id).resolve("checkpoints")).isNotEmptyDirectory();

        TrainingClient after = start("finish");
        JsonNode job = after.await(id, JobStatus.SUCCEEDED);

        assertThat(job.get("attempts").intValue()).isEqualTo(2);
        assertThat(after.await(next, JobStatus.SUCCEEDED).get("attempts").intValue())
                .isEqualTo(1);
    }

    private TrainingClient start(String behaviour) throws IOException {
        Path port = home.resolve("port-" + services.size());
        ProcessBuilder service = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + ScriptedTrainer.BEHAVIOUR + "=" + behaviour,
                ScriptedService.class.getName(),
                "--latent.home=" + home.resolve("home"),
                "--server.port=0",
                "--logging.file.name=" + port + ".log",
                "--scripted.port-file=" + port);
        service.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        services.add(service.start());
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(port));
        return new TrainingClient(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + Files.readString(port))
                .build());
    }
}
