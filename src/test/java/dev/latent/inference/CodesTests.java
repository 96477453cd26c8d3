package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class CodesTests {
    private static final String MODEL = "/v1/models/codes-vae";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("codes-vae").isEmpty()) {
            TestModels.publish(registry, "codes-vae", "vae", TestModels.DIGIT, "{\"latentDim\": 5}", 1);
            TestModels.publish(registry, "codes-cvae", "vae", TestModels.DIGIT, "{\"conditional\": true}", 1);
            TestModels.publish(registry, "codes-points", "vae", TestModels.POINT);
        }
    }

    @Test
    void encodingGivesMeansAndLogVariances() {
        JsonNode code = json(http().post(MODEL + "/encode", Http.JSON, samples(), Http.JSON));

        assertThat(code.at("/shape/0").intValue()).isEqualTo(5);
        assertThat(code.at("/mean/0").size()).isEqualTo(5);
        assertThat(code.at("/logVariance/2").size()).isEqualTo(5);
    }

    @Test
    void decodingTheMeansIsReconstructing() {
        byte[] sent = samples();
        JsonNode means =
                json(http().post(MODEL + "/encode", Http.JSON, sent, Http.JSON)).at("/mean");
        ObjectNode codes = JsonNodeFactory.instance.objectNode();
        codes.set("values", means);

        JsonNode decoded =
                json(http().post(MODEL + "/decode", Http.JSON, codes.toString().getBytes(), Http.JSON));
        JsonNode reconstructed = json(http().post(MODEL + "/reconstruct", Http.JSON, sent, Http.JSON));

        for (int i = 0; i < 784; i++) {
            assertThat(decoded.at("/values/1/" + i).doubleValue())
                    .isCloseTo(reconstructed.at("/values/1/" + i).doubleValue(), within(1e-5));
        }
    }

    @Test
    void codesComeAsNumPyArrayToo() {
        assertThat(http().post(MODEL + "/encode", Http.JSON, samples(), Http.NPY)
                        .getResponseBody())
                .startsWith(0x93, 'N', 'U', 'M', 'P', 'Y');
    }

    @Test
    void codesOfAnotherLengthAreRefused() {
        EntityExchangeResult<byte[]> answer =
                http().post(MODEL + "/decode", Http.JSON, "{\"values\":[[1,2,3]]}".getBytes(), Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).startsWith("#/values");
    }

    @Test
    void aConditionalModelNeedsTheLabelsOfWhatItEncodes() {
        byte[] unlabelled = ("{\"values\":" + json(samples()).at("/values") + "}").getBytes();

        EntityExchangeResult<byte[]> answer =
                http().post("/v1/models/codes-cvae/encode", Http.JSON, unlabelled, Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("#/labels");
    }

    @Test
    void datasetSamplesAreReconstructedWithTheirLabels() {
        JsonNode body = json(http().get("/v1/models/codes-cvae/reconstructed?dataset=digits&count=3", Http.JSON));

        assertThat(body.at("/values").size()).isEqualTo(3);
        assertThat(body.at("/labels").size()).isEqualTo(3);
    }

    @Test
    void vectorsAreAnsweredInTheirOwnUnits() {
        JsonNode range = json(http().get("/v1/models/codes-points/samples?count=1&seed=1", Http.JSON))
                .at("/valueRange");

        assertThat(range.at("/0").doubleValue()).isEqualTo(-8);
        assertThat(range.at("/1").doubleValue()).isEqualTo(10);
    }

    private byte[] samples() {
        return http().get("/v1/models/codes-vae/samples?count=3&seed=4", Http.JSON)
                .getResponseBody();
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return json(answer.getResponseBody());
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }

    private Http http() {
        return new Http(client);
    }
}
