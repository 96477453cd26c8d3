package dev.latent.training;

import dev.latent.family.Json;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Asks for training jobs as a client does. */
public record TrainingClient(RestTestClient http) {
    private static final String JOBS = "/v1/training-jobs";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static String body(String model) {
        return "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"" + model + "\", \"seed\": 7}";
    }

    RestTestClient.ResponseSpec post(String body) {
        return http.post()
                .uri(JOBS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** A new job's id. */
    public String submit(String model) {
        return json(post(body(model)).expectStatus().isAccepted()).get("id").stringValue();
    }

    /** A new job's id. @param steps after which it ends */
    public String submit(String model, int steps) {
        String body = body(model).replace("}", ", \"steps\": " + steps + "}");
        return json(post(body).expectStatus().isAccepted()).get("id").stringValue();
    }

    RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(JOBS + "/" + path).exchange();
    }

    public RestTestClient.ResponseSpec order(String id, String order) {
        return http.post().uri(JOBS + "/" + id + "/" + order).exchange();
    }

    public RestTestClient.ResponseSpec delete(String id) {
        return http.delete().uri(JOBS + "/" + id).exchange();
    }

    JsonNode job(String id) {
        return json(get(id).expectStatus().isOk());
    }

    /** The job once it has come into one of the statuses. */
    public JsonNode await(String id, JobStatus... statuses) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> job(id),
                        job -> Arrays.stream(statuses)
                                .anyMatch(status ->
                                        job.get("status").stringValue().equals(status.name())));
    }

    /** Once the job's process has reported something. */
    public void awaitProgress(String id) {
        Awaitility.await().atMost(PATIENCE).until(() -> job(id).get("progress").isObject());
    }

    /** Once another process than the first has gone on with the job. */
    public void awaitProgressOfAttempt(String id, int attempt) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            JsonNode job = job(id);
            return job.get("attempts").intValue() == attempt
                    && job.get("progress").isObject();
        });
    }

    static JsonNode json(RestTestClient.ResponseSpec response) {
        ExchangeResult result = response.expectBody().returnResult();
        return Json.MAPPER.readTree(result.getResponseBodyContent());
    }
}
