package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service with a running job goes down, in peace or not, and comes back. */
class RestartTests {
    @TempDir
    Path folder;

    private final List<ServiceProcess> services = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (ServiceProcess service : services) {
            service.close();
        }
    }

    @Test
    void aJobWhoseServiceWasKilledGoesOnWithinFiveSecondsOfTheNextStart() throws Exception {
        TrainingClient before = start("run");
        String id = before.submit("survivor");
        before.awaitProgress(id);
        services.get(0).kill();

        TrainingClient after = start("finish");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> after.job(id).get("attempts").intValue() == 2);
        after.await(id, JobStatus.SUCCEEDED);
    }

    @Test
    void aServiceThatIsStoppedLetsItsRunWriteACheckpointAndGoesOnNextTime() throws Exception {
        TrainingClient before = start("run");
        String id = before.submit("patient");
        String next = before.submit("next");
        before.awaitProgress(id);
        assertThat(services.get(0).stop(Duration.ofSeconds(20))).isTrue();
        assertThat(folder.resolve("home/runs").resolve(id).resolve("checkpoints"))
                .isNotEmptyDirectory();

        TrainingClient after = start("finish");
        JsonNode job = after.await(id, JobStatus.SUCCEEDED);

        assertThat(job.get("attempts").intValue()).isEqualTo(2);
        assertThat(after.await(next, JobStatus.SUCCEEDED).get("attempts").intValue())
                .isEqualTo(1);
    }

    private TrainingClient start(String behaviour) throws IOException {
        services.add(ServiceProcess.start(folder, Map.of(ScriptedTrainer.BEHAVIOUR, behaviour), ScriptedTrainer.class));
        return new TrainingClient(services.get(services.size() - 1).client());
    }
}
