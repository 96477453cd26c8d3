package dev.latent.training;

import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.storage.s3.S3Outage;
import dev.latent.storage.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The bucket can't be reached for a while. */
@TrainingTest
@ExtendWith(OutputCaptureExtension.class)
class StorageAwayTests {
    private static final S3Outage OUTAGE = outage();

    @TempDir
    Path folder;

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Autowired
    ScriptedTrainer trainer;

    private Http http;
    private TrainingClient jobs;

    private static S3Outage outage() {
        try {
            return new S3Outage(S3Server.shared().port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void bucket(DynamicPropertyRegistry settings) {
        S3Server.shared().newBucketAsSettings(OUTAGE.port()).forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void start() {
        http = new Http(client);
        jobs = new TrainingClient(client);
    }

    @AfterEach
    void comeBack() {
        OUTAGE.end();
    }

    @Test
    void whatIsTrainedMeanwhileIsPublishedWhenItIsBack(CapturedOutput output) throws IOException {
        Path now = folder.resolve("now");
        trainer.behave("finish-once " + now);
        String id = jobs.submit("patient");
        jobs.awaitProgress(id);

        OUTAGE.begin();
        Files.createFile(now);
        awaitWaiting(id, output);
        assertThat(jobs.job(id).at("/progress/step").intValue()).isEqualTo(100);
        assertThat(jobs.job(id).get("status").stringValue()).isEqualTo("RUNNING");
        OUTAGE.end();

        JsonNode job = jobs.await(id, JobStatus.SUCCEEDED);
        assertThat(job.get("attempts").intValue()).isEqualTo(1);
        assertThat(json(http.get("/v1/training-jobs/" + id + "/previews", Http.JSON))
                        .at("/items"))
                .hasSize(1);
        assertThat(json(http.get("/v1/training-jobs/" + id + "/metrics", Http.JSON))
                        .at("/series/0/steps"))
                .hasSize(2);
    }

    @Test
    void aJobWhoseTurnComesMeanwhileWaits(CapturedOutput output) {
        trainer.behave("finish");
        OUTAGE.begin();
        String waits = jobs.submit("waits");
        awaitWaiting(waits, output);
        OUTAGE.end();

        assertThat(jobs.await(waits, JobStatus.SUCCEEDED).get("attempts").intValue())
                .isEqualTo(1);
    }

    @Test
    void loadedModelsAnswerOthersAreUnavailableAndReadinessSaysWhy() throws IOException {
        TestModels.publish(registry, "loaded", "vae", TestModels.POINT);
        TestModels.publish(registry, "other", "vae", TestModels.POINT);
        http.get("/v1/models/loaded/samples?count=1", Http.JSON);

        OUTAGE.begin();

        assertThat(status(http.get("/v1/models/loaded/samples?count=2", Http.JSON)))
                .isEqualTo(200);
        EntityExchangeResult<byte[]> other = http.get("/v1/models/other/samples?count=1", Http.JSON);
        assertThat(status(other)).isEqualTo(503);
        assertThat(other.getResponseHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(json(other).at("/detail").stringValue())
                .contains("can't be reached now")
                .doesNotContain("127.0.0.1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> status(http.get("/actuator/health/readiness", Http.JSON)) == 503);
        JsonNode health = json(http.get("/actuator/health/readiness", Http.JSON));
        assertThat(health.at("/components/storage/status").stringValue()).isEqualTo("DOWN");
        assertThat(health.toString()).doesNotContain("bucket");
        assertThat(status(http.get("/actuator/health/liveness", Http.JSON))).isEqualTo(200);

        OUTAGE.end();
        assertThat(status(http.get("/v1/models/other/samples?count=1", Http.JSON)))
                .isEqualTo(200);
    }

    @Test
    void aJobThatWaitsForItCanBeCancelled(CapturedOutput output) {
        trainer.behave("finish");
        OUTAGE.begin();
        String id = jobs.submit("unwanted");
        awaitWaiting(id, output);

        jobs.order(id, "cancel").expectStatus().isAccepted();
        OUTAGE.end();

        jobs.await(jobs.submit("next"), JobStatus.SUCCEEDED);
        assertThat(jobs.job(id).get("status").stringValue()).isEqualTo("CANCELLED");
    }

    private static void awaitWaiting(String job, CapturedOutput output) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> output.getAll().contains("Training job " + job + " (RUNNING) waits: the bucket")
                        || output.getAll().contains("training job " + job + " (RUNNING) waits: the bucket"));
    }

    private static int status(EntityExchangeResult<byte[]> answer) {
        return answer.getStatus().value();
    }
}
