package dev.latent.inference.engine;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What can't be computed with the numbers that there are is a problem, and never NaN in an answer. */
@ServiceTest
class NonFiniteAnswerTests {
    private static final String EXTREME = "[3e38, -3e38]";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("extreme-vae").isEmpty()) {
            for (String family : new String[] {"vae", "denoising-autoencoder", "wgan", "discogan"}) {
                TestModels.publish(registry, "extreme-" + family, family, TestModels.POINT);
                TestModels.publishWithoutNumbers(registry, "broken-" + family, family, TestModels.POINT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vae, anomaly-score",
        "vae, encode",
        "vae, reconstruct",
        "vae, nll",
        "denoising-autoencoder, denoise",
        "wgan, critic-score",
        "discogan, translate"
    })
    void aSampleThatOverflowsIsNamed(String family, String operation) {
        EntityExchangeResult<byte[]> answer = post("extreme-" + family, operation, "[[1, -2], " + EXTREME + "]");

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).startsWith("#/values/1");
        assertThat(json(answer).at("/detail").stringValue()).contains("nearer to the training data");
    }

    @Test
    void aCodeThatOverflowsIsNamed() {
        int length = json(post("extreme-denoising-autoencoder", "encode", "[[1, -2]]"))
                .at("/shape/0")
                .intValue();
        String code = String.join(",", Collections.nCopies(length, "-3.4e38"));

        EntityExchangeResult<byte[]> answer = post("extreme-denoising-autoencoder", "decode", "[[" + code + "]]");

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("#/values/0");
    }

    @ParameterizedTest
    @CsvSource({
        "vae, anomaly-score",
        "vae, encode",
        "vae, reconstruct",
        "vae, nll",
        "denoising-autoencoder, denoise",
        "wgan, critic-score",
        "discogan, translate"
    })
    void weightsThatGiveNoNumbersForOrdinarySamplesAreAConflict(String family, String operation) {
        EntityExchangeResult<byte[]> answer = post("broken-" + family, operation, "[[1, -2]]");

        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(json(answer).at("/detail").stringValue()).contains("use another version");
    }

    @Test
    void samplesOfWeightsThatGiveNoNumbersAreAConflict() {
        assertThat(new Http(client)
                        .get("/v1/models/broken-vae/samples", JSON)
                        .getStatus()
                        .value())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"vae, anomaly-score", "vae, encode", "wgan, critic-score"})
    void aSampleFarOffIsAnsweredAsLongAsThereAreNumbers(String family, String operation) {
        EntityExchangeResult<byte[]> answer = post("extreme-" + family, operation, "[[1e6, -1e6]]");

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(new String(answer.getResponseBody())).doesNotContain("NaN", "Infinity");
    }

    private EntityExchangeResult<byte[]> post(String model, String operation, String values) {
        return new Http(client)
                .post("/v1/models/" + model + "/" + operation, JSON, ("{\"values\": " + values + "}").getBytes(), JSON);
    }
}
