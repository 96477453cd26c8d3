package dev.latent.inference;

import static dev.latent.Http.JSON;
import static dev.latent.Http.NPY;
import static dev.latent.Http.PNG;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class LatentSpaceTests {
    @Autowired
    RestTestClient client;

    private Http http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("latent-vae").isEmpty()) {
            TestModels.publish(registry, "latent-vae", "vae", TestModels.DIGIT);
            TestModels.publish(registry, "latent-cvae", "vae", TestModels.DIGIT, "{\"conditional\": true}", 1);
            TestModels.publish(registry, "latent-cgan", "cgan", TestModels.DIGIT);
            TestModels.publish(
                    registry,
                    "latent-dae",
                    "denoising-autoencoder",
                    TestModels.DIGIT,
                    "{\"architecture\": \"conv\"}",
                    1);
            TestModels.publish(registry, "latent-points", "denoising-autoencoder", TestModels.POINT);
        }
    }

    @BeforeEach
    void connect() {
        http = new Http(client);
    }

    @Test
    void aWalkBetweenSeedsStartsAndEndsWithTheirSamples() {
        JsonNode walk = json(get("latent-vae/interpolation?fromSeed=1&toSeed=2&steps=5"));

        assertThat(walk.at("/values").size()).isEqualTo(5);
        assertThat(walk.at("/values/0")).isEqualTo(firstSample("latent-vae", 1));
        assertThat(walk.at("/values/4")).isEqualTo(firstSample("latent-vae", 2));
    }

    @Test
    void aWalkBetweenLabelsStartsAndEndsWithTheSamplesOfTheClasses() {
        JsonNode walk = json(get("latent-cgan/interpolation?fromLabel=3&toLabel=8&seed=1&steps=4"));

        assertThat(walk.at("/values/0"))
                .isEqualTo(
                        json(get("latent-cgan/samples?count=1&label=3&seed=1")).at("/values/0"));
        assertThat(walk.at("/values/3"))
                .isEqualTo(
                        json(get("latent-cgan/samples?count=1&label=8&seed=1")).at("/values/0"));
        assertThat(walk.at("/values/1")).isNotEqualTo(walk.at("/values/0"));
    }

    @Test
    void aWalkBetweenSamplesStartsAndEndsWithTheirReconstructions() {
        for (String model : new String[] {"latent-vae", "latent-cvae", "latent-dae"}) {
            JsonNode walk = json(get(model + "/interpolation?dataset=digits&fromIndex=0&toIndex=1&steps=3"));
            JsonNode ends = json(get(model + "/reconstructed?dataset=digits&index=0&count=2"));

            assertThat(walk.at("/values/0")).as(model).isEqualTo(ends.at("/values/0"));
            assertThat(walk.at("/values/2")).as(model).isEqualTo(ends.at("/values/1"));
        }
    }

    @Test
    void asAPictureAWalkIsOneRow() throws IOException {
        byte[] png = http.get("/v1/models/latent-vae/interpolation?fromSeed=1&toSeed=2&steps=5", PNG)
                .getResponseBody();

        var picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(picture.getWidth()).isEqualTo(5 * 28);
        assertThat(picture.getHeight()).isEqualTo(28);
    }

    @ParameterizedTest(name = "{0} is {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            latent-vae/interpolation                                  | 400 | fromSeed  | one pair of ends
            latent-vae/interpolation?fromSeed=1                       | 400 | toSeed    | go together
            latent-vae/interpolation?fromSeed=1&toSeed=2&fromLabel=1&toLabel=2 | 400 | fromSeed | one pair
            latent-vae/interpolation?fromSeed=1&toSeed=2&steps=1      | 400 | steps     | 2 to 256
            latent-vae/interpolation?fromSeed=1&toSeed=2&path=curvy   | 400 | path      | linear or spherical
            latent-vae/interpolation?fromLabel=1&toLabel=2            | 400 | fromLabel | takes no labels
            latent-cgan/interpolation?fromLabel=1&toLabel=20          | 400 | toLabel   | toLabel can be 0, 1
            latent-cgan/interpolation?fromLabel=-1&toLabel=2          | 400 | fromLabel | no class -1
            latent-vae/interpolation?fromIndex=-1&toIndex=2           | 400 | fromIndex | 0 to 9999
            latent-vae/interpolation?fromIndex=0&toIndex=-1           | 400 | toIndex   | 0 to 9999
            latent-vae/interpolation?fromIndex=0&toIndex=99999        | 400 | toIndex   | 0 to 9999
            latent-vae/interpolation?fromIndex=0&toIndex=1&split=none | 400 | split     | train, validation or test
            latent-cgan/interpolation?fromIndex=1&toIndex=2           | 400 | fromIndex | can't encode
            latent-dae/interpolation?fromSeed=1&toSeed=2              | 400 | fromSeed  | fromIndex and toIndex
            latent-vae/latent-grid?steps=100                          | 400 | steps     | 2 to 32
            latent-vae/latent-grid?x=20                               | 400 | x         | 0 to 19
            latent-points/vector-field?steps=1000                     | 400 | steps     | 2 to 100
            latent-dae/vector-field                                   | 409 |           | has no operation vector-field
            """)
    void aWrongQuestionIsExplained(String uri, int status, String parameter, String words) {
        EntityExchangeResult<byte[]> answer = get(uri);

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(json(answer).at("/detail").stringValue()).contains(words);
        if (parameter != null) {
            assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo(parameter);
        }
    }

    @Test
    void theLatentGridIsSquare() throws IOException {
        assertThat(json(get("latent-vae/latent-grid?steps=4")).at("/values").size())
                .isEqualTo(16);
        byte[] png = http.get("/v1/models/latent-cvae/latent-grid?steps=4&label=3", PNG)
                .getResponseBody();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(4 * 28);
    }

    @Test
    void theVectorFieldLeadsFromEachPointToWhereTheDenoiserPutsIt() {
        JsonNode field = json(get("latent-points/vector-field?steps=3"));
        assertThat(field.at("/points").size()).isEqualTo(9);

        JsonNode point = field.at("/points/2");
        JsonNode denoised = json(http.post(
                "/v1/models/latent-points/denoise", JSON, ("{\"values\": [" + point + "]}").getBytes(), JSON));

        double reached = point.at("/0").doubleValue() + field.at("/vectors/2/0").doubleValue();
        assertThat(reached).isCloseTo(denoised.at("/values/0/0").doubleValue(), within(1e-4));
    }

    @Test
    void theVectorFieldIsAPictureToo() {
        assertThat(http.get("/v1/models/latent-points/vector-field", PNG).getResponseBody())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theSameWalkHasTheSameBytes() {
        String uri = "/v1/models/latent-vae/interpolation?fromSeed=1&toSeed=2";
        assertThat(http.get(uri, NPY).getResponseBody())
                .isEqualTo(http.get(uri, NPY).getResponseBody());
    }

    private JsonNode firstSample(String model, long seed) {
        return json(get(model + "/samples?count=1&seed=" + seed)).at("/values/0");
    }

    private EntityExchangeResult<byte[]> get(String uri) {
        return http.get("/v1/models/" + uri, JSON);
    }
}
