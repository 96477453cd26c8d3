package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@TrainingTest
class TrainingOverHttpTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    private TrainingClient client;

    @BeforeEach
    void start() {
        client = new TrainingClient(http);
        trainer.behave("finish");
    }

    @Test
    void aJobIsAcceptedWithItsLocationAndAllItsDefaults() {
        JsonNode job = TrainingClient.json(client.post(TrainingClient.body("accepted"))
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches("Location", "/v1/training-jobs/[0-9a-f-]{36}"));

        assertThat(job.get("family").stringValue()).isEqualTo("vae");
        assertThat(job.get("dataset").stringValue()).isEqualTo("ring");
        assertThat(job.get("trainOn").stringValue()).isEqualTo("train+validation");
        assertThat(job.get("seed").longValue()).isEqualTo(7);
        assertThat(job.get("batchSize").isInt()).isTrue();
        assertThat(job.get("epochs").isInt()).isTrue();
        assertThat(job.get("steps").isNull()).isTrue();
        assertThat(job.at("/hyperparameters/latentDim").isInt()).isTrue();
        assertThat(job.has("datasetA")).isFalse();
        client.await(job.get("id").stringValue(), JobStatus.SUCCEEDED);
    }

    @Test
    void aJobThatFinishesPublishesAVersion() {
        JsonNode job = client.await(client.submit("finishes"), JobStatus.SUCCEEDED);

        assertThat(job.get("modelVersion").intValue()).isEqualTo(1);
        assertThat(job.get("error").isNull()).isTrue();
        assertThat(job.at("/progress/fraction").doubleValue()).isEqualTo(1);
        assertThat(job.at("/losses/loss").doubleValue()).isEqualTo(0.25);
        assertThat(job.get("finishedAt").stringValue()).endsWith("Z");
    }

    @Test
    void aFinishedJobLeavesItsLosses() {
        String id = client.submit("losses");
        client.await(id, JobStatus.SUCCEEDED);

        assertThat(TrainingClient.json(client.get(id + "/metrics")).toString())
                .isEqualTo("{\"series\":[{\"name\":\"loss\",\"steps\":[50,100],\"values\":[0.5,0.25]}]}");
        http.get()
                .uri("/v1/training-jobs/" + id + "/metrics")
                .header("Accept", "text/csv")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("step,loss\n50,0.5\n100,0.25\n");
    }

    @Test
    void aFinishedJobLeavesItsPreviews() {
        String id = client.submit("previews");
        client.await(id, JobStatus.SUCCEEDED);

        String url = TrainingClient.json(client.get(id + "/previews"))
                .at("/items/0/url")
                .stringValue();
        assertThat(url).isEqualTo("/v1/training-jobs/" + id + "/previews/100");
        http.get().uri(url).exchange().expectStatus().isOk().expectHeader().contentType(MediaType.IMAGE_PNG);
        client.get(id + "/previews/99").expectStatus().isNotFound();
        client.get(id + "/previews/x").expectStatus().isNotFound();
    }

    @Test
    void theNextVersionOfAModelHasTheNextNumber() {
        client.await(client.submit("twice"), JobStatus.SUCCEEDED);

        assertThat(client.await(client.submit("twice"), JobStatus.SUCCEEDED)
                        .get("modelVersion")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void jobsAreListedNewestFirstInPages() {
        List<String> ids = List.of(client.submit("listed"), client.submit("listed"), client.submit("listed"));

        JsonNode first = TrainingClient.json(
                http.get().uri("/v1/training-jobs?model=listed&limit=2").exchange());
        JsonNode second = TrainingClient.json(http.get()
                .uri("/v1/training-jobs?model=listed&limit=2&cursor="
                        + first.get("next").stringValue())
                .exchange());

        assertThat(first.get("items").findValuesAsString("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.get("items").findValuesAsString("id")).containsExactly(ids.get(0));
        assertThat(second.get("next").isNull()).isTrue();
        ids.forEach(id -> client.await(id, JobStatus.SUCCEEDED));
    }
}
