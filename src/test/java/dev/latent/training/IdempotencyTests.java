package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
class IdempotencyTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @BeforeEach
    void start() {
        trainer.behave("finish");
    }

    @Test
    void theSameKeyAndBodyReturnTheFirstJob() {
        String first = id(post("k1", TrainingClient.body("same")).expectStatus().isAccepted());

        assertThat(id(post("k1", TrainingClient.body("same")).expectStatus().isOk()))
                .isEqualTo(first);
    }

    @Test
    void theOrderOfMembersMakesNoOtherBody() {
        String first = id(post("k2", "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"order\"}"));

        assertThat(id(post("k2", "{\"model\": \"order\", \"dataset\": \"ring\", \"family\": \"vae\"}")))
                .isEqualTo(first);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        post("k3", TrainingClient.body("one")).expectStatus().isAccepted();

        post("k3", TrainingClient.body("two"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].header")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        post("k".repeat(201), TrainingClient.body("long")).expectStatus().isEqualTo(400);
    }

    @Test
    void aRefusedRequestDoesNotUseUpItsKey() {
        post("k4", "{\"family\": \"vae\"}").expectStatus().isEqualTo(422);

        post("k4", TrainingClient.body("mended")).expectStatus().isAccepted();
    }

    private RestTestClient.ResponseSpec post(String key, String body) {
        return http.post()
                .uri("/v1/training-jobs")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .exchange();
    }

    private static String id(RestTestClient.ResponseSpec response) {
        return TrainingClient.json(response).get("id").stringValue();
    }
}
