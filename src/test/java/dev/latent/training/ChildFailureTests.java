package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A child may die in any way: it takes an attempt with it, at last the job, and never the service. */
@TrainingTest
class ChildFailureTests {
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
    void aChildThatDiesIsFollowedByAnother() {
        trainer.behave("finish-at 2");

        JsonNode job = client.await(client.submit("dies-once"), JobStatus.SUCCEEDED);

        assertThat(job.get("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void afterThreeBadAttemptsTheJobFailsWithTheExitCode() {
        trainer.behave("exit 9");

        JsonNode job = failed("dies");

        assertThat(job.get("attempts").intValue()).isEqualTo(3);
        assertThat(job.at("/error/code").stringValue()).isEqualTo("crashed");
        assertThat(job.at("/error/detail").stringValue()).contains("exit code 9");
    }

    @Test
    void aKilledChildIsReportedWithItsSignal() {
        trainer.behave("signal KILL");

        JsonNode job = failed("killed");

        assertThat(job.at("/error/code").stringValue()).isEqualTo("killed");
        assertThat(job.at("/error/detail").stringValue()).contains("signal 9");
    }

    @Test
    void aDivergedRunIsNotTriedAgain() {
        trainer.behave("diverge");

        JsonNode job = failed("diverges");

        assertThat(job.get("attempts").intValue()).isEqualTo(1);
        assertThat(job.at("/error/code").stringValue()).isEqualTo("diverged");
        assertThat(job.at("/error/detail").stringValue()).isEqualTo("loss became NaN at step 60");
    }

    @Test
    void aFailureThatMayPassIsTriedAgain() {
        trainer.behave("stumble");

        JsonNode job = failed("stumbles");

        assertThat(job.get("attempts").intValue()).isEqualTo(3);
        assertThat(job.at("/error/code").stringValue()).isEqualTo("storage");
    }

    @Test
    void aChildThatTakesTooMuchMemoryIsEnded() {
        trainer.behave("eat");

        JsonNode job = failed("eats");

        assertThat(job.at("/error/code").stringValue()).isEqualTo("memory");
        assertThat(job.get("attempts").intValue())
                .as("it would take as much again")
                .isEqualTo(1);
        assertThat(job.at("/error/detail").stringValue()).contains("latent.training.memory");
    }

    @Test
    void aChildThatFloodsItsOutputStillFinishes() {
        trainer.behave("flood");

        assertThat(client.await(client.submit("floods"), JobStatus.SUCCEEDED)
                        .get("attempts")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aFailedJobCanBeResumed() {
        trainer.behave("diverge");
        String id = failed("resumed").get("id").stringValue();
        trainer.behave("finish");

        client.order(id, "resume").expectStatus().isAccepted();

        JsonNode job = client.await(id, JobStatus.SUCCEEDED);
        assertThat(job.get("error").isNull()).isTrue();
        assertThat(job.get("attempts").intValue()).isEqualTo(2);
    }

    private JsonNode failed(String model) {
        return client.await(client.submit(model), JobStatus.FAILED);
    }
}
