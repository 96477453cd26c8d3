package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"encode", "reconstruct", "anomaly-score"})
    void theLabelsOfAPictureStandInTheQuery(String operation) {
        String uri = "/v1/models/codes-cvae/" + operation + "?seed=1";
        byte[] picture = http().get("/v1/models/codes-vae/samples?count=4&seed=4", Http.PNG)
                .getResponseBody();
        JsonNode read = json(http().post(MODEL + "/reconstruct", Http.PNG, picture, Http.JSON));
        assertThat(read.at("/values").size()).isEqualTo(4);

        JsonNode inTurn = json(http().post(uri + "&label=3&label=7", Http.PNG, picture, Http.JSON));
        JsonNode all = json(http().post(uri + "&label=3&label=7&label=3&label=7", Http.PNG, picture, Http.JSON));
        JsonNode others = json(http().post(uri + "&label=3", Http.PNG, picture, Http.JSON));

        assertThat(inTurn).isEqualTo(all).isNotEqualTo(others);
    }

    @Test
    void labelsInTheQueryAreLabelsInTheBody() {
        String codes = "{\"values\": [" + zeros() + ", " + zeros() + "]";

        JsonNode inQuery = json(http().post(
                        "/v1/models/codes-cvae/decode?seed=1&label=2&label=5",
                        Http.JSON,
                        (codes + "}").getBytes(),
                        Http.JSON));
        JsonNode inBody = json(http().post(
                        "/v1/models/codes-cvae/decode?seed=1",
                        Http.JSON,
                        (codes + ", \"labels\": [2, 5]}").getBytes(),
                        Http.JSON));

        assertThat(inQuery).isEqualTo(inBody);
    }

    private String zeros() {
        byte[] sent = ("{\"labels\": [1, 1, 1], \"values\":" + json(samples()).at("/values") + "}").getBytes();
        JsonNode code = json(http().post("/v1/models/codes-cvae/encode", Http.JSON, sent, Http.JSON));
        return "[" + String.join(",", Collections.nCopies(code.at("/shape/0").intValue(), "0")) + "]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            codes-cvae/reconstruct?label=10 |                     | label can be 0, 1
            codes-cvae/reconstruct?label=x  |                     | there is no class x
            codes-cvae/reconstruct?label=1  | , "labels": [1,1,1] | has labels already
            codes-vae/reconstruct?label=1   |                     | takes no labels
            """)
    void aLabelInTheQueryThatDoesNotFitIsExplained(String uri, String more, String words) {
        String body = "{\"values\":" + json(samples()).at("/values") + (more == null ? "" : more) + "}";

        EntityExchangeResult<byte[]> answer = http().post("/v1/models/" + uri, Http.JSON, body.getBytes(), Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("label");
        assertThat(json(answer).at("/detail").stringValue()).contains(words);
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
