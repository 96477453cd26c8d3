package dev.latent.inference;

import static dev.latent.Http.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class ScoresTests {
    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    private Http http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry, @Autowired RestTestClient client) throws IOException {
        if (registry.family("scores-vae").isEmpty()) {
            String digest = json(new Http(client).get("/v1/datasets/digits", JSON))
                    .at("/digest")
                    .stringValue();
            TestModels.publishTrainedOn(registry, "scores-vae", "vae", digest);
            TestModels.publish(registry, "scores-elsewhere", "vae", TestModels.DIGIT);
            TestModels.publish(
                    registry, "scores-binary", "vae", TestModels.DIGIT, "{\"binarization\": \"dynamic\"}", 1);
            TestModels.publish(
                    registry,
                    "scores-cvae",
                    "vae",
                    TestModels.DIGIT,
                    "{\"binarization\": \"fixed\", \"conditional\": true}",
                    1);
            TestModels.publish(registry, "scores-points", "vae", TestModels.POINT);
        }
    }

    @BeforeEach
    void connect() {
        http = new Http(client);
    }

    @Test
    void theAnomalyScoreIsTheErrorOfTheReconstruction() {
        byte[] samples = samples("scores-vae", 3);
        JsonNode sent = json(samples).at("/values/1");
        JsonNode reconstructed = json(http.post("/v1/models/scores-vae/reconstruct", JSON, samples, JSON))
                .at("/values/1");
        double error = 0;
        for (int i = 0; i < 784; i++) {
            double difference =
                    sent.at("/" + i).doubleValue() - reconstructed.at("/" + i).doubleValue();
            error += difference * difference / 784;
        }

        JsonNode scores = json(http.post("/v1/models/scores-vae/anomaly-score", JSON, samples, JSON));

        assertThat(scores.at("/scores").size()).isEqualTo(3);
        assertThat(scores.at("/scores/1").doubleValue()).isCloseTo(error, within(1e-9));
    }

    @Test
    void theThresholdIsLearnedFromValidationDataAndKeptWithTheVersion() {
        JsonNode scores = json(http.post("/v1/models/scores-vae/anomaly-score", JSON, samples("scores-vae", 2), JSON));

        double threshold = scores.at("/threshold").doubleValue();
        ModelVersion version = registry.find("scores-vae", "latest");
        assertThat(registry.threshold(version)).contains(threshold);
        registry.lease(version).close();
        assertThat(scores.at("/anomalous/0").booleanValue())
                .isEqualTo(scores.at("/scores/0").doubleValue() > threshold);
    }

    @Test
    void anExportBringsTheThresholdAlong() throws IOException {
        String digest =
                json(http.get("/v1/datasets/digits", JSON)).at("/digest").stringValue();
        TestModels.publishTrainedOn(registry, "scores-exported", "vae", digest);
        byte[] export =
                http.get("/v1/models/scores-exported/versions/1/export", "*/*").getResponseBody();

        http.post("/v1/models/scores-imported/versions", "application/zip", export, JSON);

        assertThat(registry.threshold(registry.find("scores-imported", "1")))
                .isPresent()
                .isEqualTo(registry.threshold(registry.find("scores-exported", "1")));
        assertThat(http.get("/v1/models/scores-imported/versions/1/export", "*/*")
                        .getResponseBody())
                .isEqualTo(export);
    }

    @Test
    void withoutTheDatasetItWasTrainedOnAVersionHasNoThreshold() {
        JsonNode scores = json(
                http.post("/v1/models/scores-elsewhere/anomaly-score", JSON, samples("scores-elsewhere", 2), JSON));

        assertThat(scores.at("/scores").size()).isEqualTo(2);
        assertThat(scores.at("/threshold").isNull()).isTrue();
        assertThat(scores.at("/anomalous").isNull()).isTrue();
    }

    @Test
    void theNegativeLogLikelihoodIsTheSameForTheSameSeed() {
        byte[] samples = samples("scores-binary", 2);

        JsonNode one = json(http.post("/v1/models/scores-binary/nll?k=50&seed=1", JSON, samples, JSON));
        JsonNode same = json(http.post("/v1/models/scores-binary/nll?k=50&seed=1", JSON, samples, JSON));

        assertThat(one).isEqualTo(same);
        assertThat(one.at("/nll").size()).isEqualTo(2);
        assertThat(one.at("/likelihood").booleanValue()).isTrue();
        assertThat(one.at("/mean").doubleValue())
                .isCloseTo((one.at("/nll/0").doubleValue() + one.at("/nll/1").doubleValue()) / 2, within(1e-9));
    }

    /** A mean over more draws is an importance-weighted bound that is tighter (Burda 2015, theorem 1). */
    @Test
    void moreDrawsGiveALowerBoundOnAverage() {
        byte[] samples = samples("scores-points", 200);

        double few = json(http.post("/v1/models/scores-points/nll?k=1&seed=1", JSON, samples, JSON))
                .at("/mean")
                .doubleValue();
        double many = json(http.post("/v1/models/scores-points/nll?k=500&seed=1", JSON, samples, JSON))
                .at("/mean")
                .doubleValue();

        assertThat(many).isLessThan(few);
    }

    @Test
    void whatGreyPixelsGiveIsNotCalledALikelihood() {
        JsonNode estimate = json(http.post("/v1/models/scores-vae/nll?k=5", JSON, samples("scores-vae", 1), JSON));
        assertThat(estimate.at("/likelihood").booleanValue()).isFalse();
    }

    @Test
    void aConditionalModelsLikelihoodIsGivenTheLabelsThatComeWithTheSamples() {
        ObjectNode body = (ObjectNode) json(samples("scores-cvae", 1));

        double ofZero = ofLabel(0, body);
        double ofSeven = ofLabel(7, body);

        assertThat(ofZero).isPositive().isNotEqualTo(ofSeven);
    }

    @Test
    void withoutLabelsItIsRefused() {
        ObjectNode body = (ObjectNode) json(samples("scores-cvae", 1));
        body.remove("labels");

        EntityExchangeResult<byte[]> answer = http.post(
                "/v1/models/scores-cvae/nll?k=5", JSON, body.toString().getBytes(), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/detail").stringValue()).contains("needs a label for each sample");
    }

    private double ofLabel(int label, ObjectNode body) {
        body.putArray("labels").add(label);
        return json(http.post(
                        "/v1/models/scores-cvae/nll?k=5&seed=1",
                        JSON,
                        body.toString().getBytes(),
                        JSON))
                .at("/mean")
                .doubleValue();
    }

    @Test
    void tooMuchWorkIsRefused() {
        EntityExchangeResult<byte[]> answer =
                http.post("/v1/models/scores-points/nll?k=5000", JSON, samples("scores-points", 100), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("k");
    }

    private byte[] samples(String model, int count) {
        return http.get("/v1/models/" + model + "/samples?seed=4&count=" + count, JSON)
                .getResponseBody();
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return Http.json(answer);
    }
}
