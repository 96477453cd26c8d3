package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.training.JobStatus;
import dev.latent.training.ScriptedTrainer;
import dev.latent.training.TrainingClient;
import dev.latent.training.TrainingTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
@ExtendWith(OutputCaptureExtension.class)
class JobLogTests {
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
    void anAcceptedJobItsStartAndItsCancellationAreALineEach(CapturedOutput output) {
        trainer.behave("run");
        String id = client.submit("logged");
        client.awaitProgress(id);
        client.order(id, "cancel");

        Awaitility.await().until(() -> output.getOut().contains(id + " was cancelled"));
        assertThat(output.getOut())
                .containsPattern(
                        "INFO .*Training job " + id + " accepted: a vae on ring for \\d+ epochs, to be a version of"
                                + " model 'logged' \\[[0-9a-f-]{36}]")
                .contains("Training job " + id + " runs")
                .doesNotContain("Finished[]", "JobStatusChanged");
    }

    @Test
    void aFailedJobIsAWarningWithItsReason(CapturedOutput output) {
        trainer.behave("diverge");
        String id = client.submit("logged-failure");
        client.await(id, JobStatus.FAILED);
        client.delete(id);

        Awaitility.await().until(() -> output.getOut().contains(id + " was deleted"));
        assertThat(output.getOut()).containsPattern("WARN .*Training job " + id + " failed: .+ \\(diverged\\)");
    }
}
