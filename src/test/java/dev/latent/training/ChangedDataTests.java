package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** A job goes on with what it was made for, or not at all: a dataset may be deleted and another one get its name. */
@TrainingTest
class ChangedDataTests {
    private static int made;

    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    private final String data = "table-" + ++made;
    private TrainingClient client;
    private String running;

    @BeforeEach
    void aJobRunsOnUploadedData() {
        client = new TrainingClient(http);
        upload(1);
        trainer.behave("run");
        running = submit("runs");
        client.awaitProgress(running);
    }

    @AfterEach
    void nothingIsLeft() {
        client.order(running, "cancel");
        delete("?force=true");
    }

    @Test
    void dataThatAJobLearnsFromOrCouldGoOnWithIsDeletedOnlyByForce() {
        String waiting = submit("waits");
        assertThat(detail(delete("").expectStatus().isEqualTo(409)))
                .contains(
                        "training job " + running + " (RUNNING)",
                        "training job " + waiting + " (QUEUED)",
                        "force=true");
        client.order(waiting, "cancel");
        client.order(running, "cancel");

        assertThat(detail(delete("").expectStatus().isEqualTo(409)))
                .contains(running + " (CANCELLED)", waiting + " (CANCELLED)");

        delete("?force=true").expectStatus().isNoContent();
    }

    @Test
    void dataThatNoJobNeedsAnyMoreIsDeleted() {
        client.order(running, "cancel");
        client.delete(running);
        trainer.behave("finish");
        client.await(submit("done"), JobStatus.SUCCEEDED);

        delete("").expectStatus().isNoContent();
    }

    @Test
    void aJobIsNotResumedWithOtherDataOfTheSameName() {
        client.order(running, "cancel");
        delete("?force=true");
        upload(2);

        assertThat(detail(client.order(running, "resume").expectStatus().isEqualTo(409)))
                .startsWith("The dataset " + data + " is another one than this job was made for: its digest is ");
        assertThat(client.job(running).get("status").stringValue()).isEqualTo("CANCELLED");
    }

    @Test
    void aJobWhoseDataIsGoneIsResumedOnceTheSameIsThereAgain() {
        client.order(running, "cancel");
        delete("?force=true");
        assertThat(detail(client.order(running, "resume").expectStatus().isEqualTo(409)))
                .startsWith("The dataset " + data + " that this job was made for is gone");
        upload(1);
        trainer.behave("finish");

        client.order(running, "resume").expectStatus().isAccepted();

        client.await(running, JobStatus.SUCCEEDED);
    }

    @Test
    void aJobThatWaitedWhileItsDataChangedFailsAndSaysSo() {
        String waiting = submit("waits");
        delete("?force=true");
        upload(2);
        client.order(running, "cancel");

        JsonNode failed = client.await(waiting, JobStatus.FAILED);

        assertThat(failed.at("/error/code").stringValue()).isEqualTo("dataset-changed");
        assertThat(failed.get("attempts").intValue()).isEqualTo(1);
    }

    @Test
    void aVersionThatAJobStartsFromIsDeletedOnlyByForceAndThenTheJobIsNotResumed() {
        client.order(running, "cancel");
        trainer.behave("finish");
        client.await(submit("base"), JobStatus.SUCCEEDED);
        trainer.behave("run");
        String tuned = id(client.post(body("tuned", ", \"from\": {\"model\": \"base\"}")));
        client.awaitProgress(tuned);
        client.order(tuned, "cancel");

        assertThat(detail(http.delete()
                        .uri("/v1/models/base/versions/1")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(409)))
                .contains(tuned + " (CANCELLED)", "force=true");
        http.delete()
                .uri("/v1/models/base/versions/1?force=true")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(detail(client.order(tuned, "resume").expectStatus().isEqualTo(409)))
                .startsWith("Version 1 of the model base that this job starts from is gone");
        client.delete(tuned);
    }

    private String submit(String model) {
        return id(client.post(body(model, "")));
    }

    private static String id(RestTestClient.ResponseSpec accepted) {
        return TrainingClient.json(accepted.expectStatus().isAccepted())
                .get("id")
                .stringValue();
    }

    private String body(String model, String more) {
        return TrainingClient.body(model).replace("ring", data).replace("}", more + "}");
    }

    private void upload(int factor) {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i + "," + factor * (i * i % 11))
                .collect(Collectors.joining("\n", "a,b\n", "\n"));
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("name", data);
        parts.add("file", new ByteArrayResource(rows.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "rows.csv";
            }
        });
        Awaitility.await()
                .until(() -> http.post()
                        .uri("/v1/datasets")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .is2xxSuccessful());
    }

    private RestTestClient.ResponseSpec delete(String query) {
        return http.delete().uri("/v1/datasets/" + data + query).exchange();
    }

    private static String detail(RestTestClient.ResponseSpec problem) {
        return TrainingClient.json(problem).get("detail").stringValue();
    }
}
