package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.training.JobStatus;
import dev.latent.training.ScriptedTrainer;
import dev.latent.training.TrainingClient;
import dev.latent.training.TrainingTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
class TrainingMetricsTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    private TrainingClient client;

    @BeforeEach
    void start() {
        client = new TrainingClient(http);
    }

    @Test
    void aRunningJobShowsItsLossesSpeedAndTheQueue() {
        trainer.behave("run");
        String running = client.submit("measured");
        String waiting = client.submit("waits");

        client.awaitProgress(running);
        Awaitility.await().until(() -> scrape().contains("job=\"" + running));

        assertThat(line("latent_training_loss", running))
                .contains("loss=\"loss\"")
                .endsWith(" 0.5");
        assertThat(line("latent_training_speed_samples_per_second", running))
                .contains("family=\"vae\"")
                .endsWith(" 1000.0");
        assertThat(line("latent_training_queue_jobs", "")).endsWith(" 1.0");
        assertThat(scrape()).contains("latent_training_step_seconds_count");

        client.order(waiting, "cancel");
        client.order(running, "cancel");
        Awaitility.await().until(() -> !scrape().contains(running));
    }

    @Test
    void finishedJobsAreCountedByTheirOutcome() {
        trainer.behave("diverge");

        client.await(client.submit("counted"), JobStatus.FAILED);

        assertThat(line("latent_training_jobs_total", "FAILED")).contains("family=\"vae\"");
    }

    private String line(String name, String part) {
        return scrape().lines()
                .filter(line -> line.startsWith(name) && line.contains(part))
                .findFirst()
                .orElse("");
    }

    private String scrape() {
        return http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
