package dev.latent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceProcess;
import dev.latent.training.JobStatus;
import dev.latent.training.ScriptedTrainer;
import dev.latent.training.TrainingClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that measures a version is killed, and comes back. */
class CardAfterAKillTests {
    /** Heartbeats would be missed for a minute. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CARD = "/v1/models/survivor/versions/1/quality";

    @TempDir
    Path folder;

    @Test
    void aCardWhoseServiceWasKilledIsMeasuredAtOnceAfterTheNextStart() throws Exception {
        try (ServiceProcess before = start("measure")) {
            TrainingClient trainings = new TrainingClient(before.client());
            trainings.await(trainings.submit("survivor"), JobStatus.SUCCEEDED);
            Http client = new Http(before.client());
            await(PATIENCE, client, "is being measured");
            before.kill();
        }

        try (ServiceProcess after = start("finish")) {
            await(AT_ONCE, new Http(after.client()), "\"family\"");
        }
    }

    private ServiceProcess start(String behaviour) throws IOException {
        return ServiceProcess.start(
                folder, Map.of(ScriptedEvaluator.BEHAVIOUR, behaviour), ScriptedTrainer.class, ScriptedEvaluator.class);
    }

    private static void await(Duration time, Http client, String text) {
        Awaitility.await()
                .atMost(time)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(
                                new String(client.get(CARD, Http.JSON).getResponseBody()))
                        .contains(text));
    }
}
