package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.home.LatentHome;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@TrainingTest
class CancellationTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @Autowired
    LatentHome home;

    private TrainingClient client;
    private String running;

    @BeforeEach
    void aJobRuns() {
        client = new TrainingClient(http);
        trainer.behave("run");
        running = client.submit("runs");
        client.awaitProgress(running);
    }

    @AfterEach
    void noneRuns() {
        client.order(running, "cancel");
        Awaitility.await().until(() -> processesOf(running) == 0);
    }

    @Test
    void aRunningJobsProcessEndsWithinASecond() {
        Instant asked = Instant.now();
        client.order(running, "cancel").expectStatus().isAccepted();

        assertThat(client.job(running).get("status").stringValue()).isEqualTo("CANCELLED");
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> processesOf(running) == 0);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aCancelledRunWritesACheckpointFirstAndTheAnswerSaysWhere() {
        JsonNode cancelled = TrainingClient.json(
                client.order(running, "cancel").expectStatus().isAccepted());

        assertThat(cancelled.get("status").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("checkpointStep").longValue()).isEqualTo(FakeTrainer.CHECKPOINT);
    }

    @Test
    void aRunThatCanNotWriteOneIsEndedAllTheSameAndTheAnswerSaysWhereTheLastOneIs() {
        client.order(running, "cancel");
        trainer.behave("be-deaf");
        String deaf = client.submit("deaf");
        Awaitility.await().until(() -> client.job(deaf).at("/progress/step").asLong(0) == 51);
        Instant asked = Instant.now();

        JsonNode cancelled = TrainingClient.json(client.order(deaf, "cancel"));

        assertThat(cancelled.get("checkpointStep").longValue()).isEqualTo(40);
        assertThat(processesOf(deaf)).isZero();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aResumedJobSaysFromWhichStepItGoesOn() {
        client.order(running, "cancel");
        trainer.behave("finish");

        JsonNode resumed = TrainingClient.json(client.order(running, "resume"));

        assertThat(resumed.get("startStep").longValue()).isEqualTo(FakeTrainer.CHECKPOINT);
        assertThat(resumed.at("/progress/step").longValue()).isEqualTo(FakeTrainer.CHECKPOINT);
        assertThat(client.await(running, JobStatus.SUCCEEDED).get("startStep").longValue())
                .isEqualTo(FakeTrainer.CHECKPOINT);
    }

    @Test
    void aJobWithoutACheckpointBeginsAnewAndSaysSo() {
        client.order(running, "cancel");
        trainer.behave("diverge");
        String failed = client.submit("diverges");
        client.await(failed, JobStatus.FAILED);
        trainer.behave("run");

        JsonNode resumed = TrainingClient.json(client.order(failed, "resume"));

        assertThat(resumed.get("checkpointStep").isNull()).isTrue();
        assertThat(resumed.get("startStep").longValue()).isZero();
        assertThat(resumed.get("progress").isNull()).isTrue();
        client.order(failed, "cancel");
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        String waiting = client.submit("waits");
        client.order(waiting, "cancel").expectStatus().isAccepted();
        client.order(running, "cancel");

        trainer.behave("finish");
        client.await(client.submit("next"), JobStatus.SUCCEEDED);

        JsonNode job = client.job(waiting);
        assertThat(job.get("status").stringValue()).isEqualTo("CANCELLED");
        assertThat(job.get("attempts").intValue()).isZero();
    }

    @Test
    void jobsWaitInOrder() {
        String first = client.submit("first");
        String second = client.submit("second");

        assertThat(client.job(first).get("queuePosition").intValue()).isEqualTo(1);
        assertThat(client.job(second).get("queuePosition").intValue()).isEqualTo(2);
        assertThat(client.job(running).get("queuePosition").isNull()).isTrue();
        client.order(first, "cancel");
        assertThat(client.job(second).get("queuePosition").intValue()).isEqualTo(1);
        client.order(second, "cancel");
    }

    @Test
    void aCancelledJobCanBeResumedAtOnce() {
        client.order(running, "cancel").expectStatus().isAccepted();
        trainer.behave("finish");

        client.order(running, "resume").expectStatus().isAccepted();

        assertThat(client.await(running, JobStatus.SUCCEEDED).get("attempts").intValue())
                .isEqualTo(2);
    }

    @Test
    void aFinishedJobCanNotBeCancelledNorASucceededOneResumed() {
        trainer.behave("finish");
        client.order(running, "cancel");
        String done = client.submit("done");
        client.await(done, JobStatus.SUCCEEDED);

        client.order(done, "cancel").expectStatus().isEqualTo(409);
        client.order(done, "resume").expectStatus().isEqualTo(409);
        client.order(running, "cancel").expectStatus().isEqualTo(409);
    }

    @Test
    void onlyAFinishedJobCanBeDeleted() {
        client.delete(running).expectStatus().isEqualTo(409);
        client.order(running, "cancel");

        client.delete(running).expectStatus().isNoContent();

        client.get(running).expectStatus().isNotFound();
        Awaitility.await()
                .until(() -> !home.resolve("runs").resolve(running).toFile().exists());
    }

    private static long processesOf(String job) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(job))
                .filter(ProcessHandle::isAlive)
                .count();
    }
}
