package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
class DryRunTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @Autowired
    LatentHome home;

    @Test
    void aDryRunTellsWhatAJobWouldTakeAndMakesNone() throws IOException {
        trainer.behave("estimate");

        assertThat(TrainingClient.json(dryRun("dry").expectStatus().isOk()).toString())
                .contains("{\"parameters\":{\"encoder\":6}", "\"secondsPerEpoch\":1.5", "\"seconds\":30.0")
                .contains("\"steps\":100", "\"warnings\":[\"that is short\"]")
                .contains("{\"network\":\"encoder\",\"name\":\"dense.weight\",\"shape\":[2,3]}");
        assertThat(TrainingClient.json(
                                http.get().uri("/v1/training-jobs?model=dry").exchange())
                        .get("items"))
                .isEmpty();
        assertThat(dryRuns()).isEmpty();
    }

    @Test
    void whatCanNotBeTrainedIsTold() {
        trainer.behave("diverge");

        dryRun("dry")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("This can't be trained: loss became NaN at step 60");
    }

    @Test
    void oneDryRunAtATime() {
        trainer.behave("eat");
        CompletableFuture<Void> first =
                CompletableFuture.runAsync(() -> dryRun("first").expectStatus().isEqualTo(422));
        Awaitility.await().until(() -> !dryRuns().isEmpty());

        dryRun("second").expectStatus().isEqualTo(503).expectHeader().exists("Retry-After");

        first.join();
    }

    @Test
    void aBadRequestIsRefusedAsForAJob() {
        dryRun("Bad Name").expectStatus().isEqualTo(422);
    }

    private RestTestClient.ResponseSpec dryRun(String model) {
        return http.post()
                .uri("/v1/training-jobs?dryRun=true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(TrainingClient.body(model))
                .exchange();
    }

    /** The folders of those that are under way. */
    private List<Path> dryRuns() throws IOException {
        try (Stream<Path> folders = Files.walk(home.resolve("temporary"), 2)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("dry-run"))
                    .toList();
        }
    }
}
