package dev.latent.inference;

import static dev.latent.Http.JSON;
import static dev.latent.Http.NPY;
import static dev.latent.Http.PNG;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.home.LatentHome;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever a client does wrong, it is told which part of its request it was and what would be right. */
@ServiceTest
class InferenceErrorTests {
    private static final String RECONSTRUCT = "/v1/models/errors-vae/reconstruct";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("errors-vae").isEmpty()) {
            TestModels.publish(registry, "errors-vae", "vae", TestModels.DIGIT);
            TestModels.publish(registry, "errors-cgan", "cgan", TestModels.DIGIT);
            TestModels.publish(registry, "errors-dae", "denoising-autoencoder", TestModels.DIGIT);
            TestModels.publish(registry, "errors-points", "vae", TestModels.POINT);
        }
    }

    @ParameterizedTest(name = "{0} is {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody/samples                                          | 404 |           | there is no model 'nobody'
            errors-vae/samples?version=9                            | 404 |           | no version '9'; its latest is 1
            errors-vae/samples?version=champion                     | 404 |           | no version 'champion'
            errors-vae/samples?count=0                              | 400 | count     | at least 1
            errors-vae/samples?count=-5                             | 400 | count     | at least 1
            errors-vae/samples?count=1025                           | 400 | count     | 1 to 1024
            errors-vae/samples?count=1000000000                     | 400 | count     | 1 to 1024
            errors-vae/samples?count=99999999999999                 | 400 | count     | at most 1000000000000
            errors-vae/samples?count=99999999999999999999           | 400 | count     | a whole number
            errors-vae/samples?count=many                           | 400 | count     | a whole number
            errors-vae/samples?seed=x                               | 400 | seed      | a whole number
            errors-vae/samples?label=3                              | 400 | label     | takes no labels
            errors-cgan/samples?label=10                            | 400 | label     | 0, 1, 2, 3, 4, 5, 6, 7, 8, 9
            errors-cgan/samples?label=-1                            | 400 | label     | 0, 1, 2
            errors-cgan/samples?label=seven                         | 400 | label     | there is no class seven; label can be 0, 1, 2
            errors-cgan/samples?label=&label=3                      | 400 | label     | there is no class ; label can be 0
            errors-dae/samples                                      | 409 |           | has no operation generate; it has
            errors-vae/denoised?dataset=digits                      | 409 |           | anomaly-score, decode, encode, generate
            errors-dae/denoised?dataset=nothing                     | 400 | dataset   | no dataset 'nothing'
            errors-dae/denoised?dataset=moons                       | 400 | dataset   | 2 values
            errors-dae/denoised?dataset=digits&split=other          | 400 | split     | train, validation or test
            errors-dae/denoised?dataset=digits&index=-1             | 400 | index     | at least 0
            errors-dae/denoised?dataset=digits&index=2000000        | 400 | index     | has
            errors-dae/denoised?dataset=digits&count=0              | 400 | count     | 1 to 1024
            errors-vae/samples?count=1&count=2                      | 400 | count     | more than once
            errors-vae/samples?seed=1&seed=1                        | 400 | seed      | more than once
            errors-vae/samples?version=1&version=1                  | 400 | version   | more than once
            errors-dae/denoised?dataset=digits&noise=rain           | 400 | noise     | salt-and-pepper
            errors-dae/denoised?dataset=digits&level=NaN            | 400 | level     | 0 to 4
            errors-dae/denoised?dataset=digits&level=-1             | 400 | level     | 0 to 4
            errors-dae/denoised?dataset=digits&level=much           | 400 | level     | a number
            errors-dae/denoised?dataset=digits&noise=masking&level=2| 400 | level     | 0 to 1
            """)
    void aWrongQuestionIsExplained(String uri, int status, String parameter, String words) {
        EntityExchangeResult<byte[]> answer = http().get("/v1/models/" + uri, JSON);

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(String.valueOf(answer.getResponseHeaders().getContentType())).isEqualTo("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.at("/type").stringValue()).isEqualTo("about:blank");
        assertThat(problem.at("/detail").stringValue()).contains(words);
        if (parameter != null) {
            assertThat(problem.at("/errors/0/parameter").stringValue()).isEqualTo(parameter);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"values": [[0.5, 0.5]]}                | 422 | #/values/0
            {"values": []}                          | 422 | #/values
            {}                                      | 422 | #/values
            {"values": [["a"]]}                     | 422 | #/values/0
            {"values": "x"}                         | 422 | #/values
            {"shape": [3, 28, 28], "values": [[0]]} | 422 | #/
            {"values": [[NaN]]}                     | 400 | #
            {"values": [[1e999]]}                   | 422 | #/values/0
            {"values": [[2]]}                       | 422 | #/values/0
            {"values":                              | 400 | #
            [1, 2]                                  | 400 | #
            """)
    void aWrongBodyIsExplained(String body, int status, String pointer) {
        EntityExchangeResult<byte[]> answer = http().post(RECONSTRUCT, JSON, body.getBytes(), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).startsWith(pointer);
    }

    @Test
    void aBrokenPictureIsExplained() {
        byte[] picture = picture(new SampleShape.Image(1, 28, 28));

        assertThat(status(http().post(RECONSTRUCT, PNG, Arrays.copyOf(picture, 45), JSON)))
                .isEqualTo(400);
        assertThat(status(http().post(RECONSTRUCT, PNG, "GIF89a".getBytes(), JSON)))
                .isEqualTo(400);
        assertThat(status(http().post(RECONSTRUCT, NPY, "no array".getBytes(), JSON)))
                .isEqualTo(400);
    }

    @Test
    void aPictureOfAnotherSizeIsExplained() {
        EntityExchangeResult<byte[]> answer =
                http().post(RECONSTRUCT, PNG, picture(new SampleShape.Image(1, 30, 28)), JSON);

        assertThat(status(answer)).isEqualTo(422);
        assertThat(json(answer).at("/detail").stringValue()).contains("28×28");
    }

    @Test
    void aPictureInColoursIsExplainedWhereGreyIsNeeded() {
        float[] red = new float[3 * 28 * 28];
        Arrays.fill(red, 0, 28 * 28, 1);
        byte[] picture = SampleBodies.write(
                SampleBody.of(new Samples(new SampleShape.Image(3, 28, 28), red, null), ValueRange.PIXELS),
                SampleFormat.PNG);

        EntityExchangeResult<byte[]> answer = http().post(RECONSTRUCT, PNG, picture, JSON);

        assertThat(status(answer)).isEqualTo(422);
        assertThat(json(answer).at("/detail").stringValue()).contains("channels");
    }

    @Test
    void tooManySamplesAreTooLarge() {
        float[] values = new float[1025 * 784];
        byte[] body = SampleBodies.write(
                SampleBody.of(new Samples(TestModels.DIGIT, values, null), ValueRange.PIXELS), SampleFormat.NPY);

        assertThat(status(http().post(RECONSTRUCT, NPY, body, JSON))).isEqualTo(413);
    }

    @Test
    void aBodyOfAnotherKindIsUnsupported() {
        assertThat(status(http().post(RECONSTRUCT, "text/plain", "hello".getBytes(), JSON)))
                .isEqualTo(415);
        assertThat(status(http().post(RECONSTRUCT, "text/csv", "1,2".getBytes(), JSON)))
                .isEqualTo(415);
    }

    @Test
    void anAnswerThatNobodyCanWriteIsNotAcceptable() {
        assertThat(status(http().get("/v1/models/errors-vae/samples", "text/html")))
                .isEqualTo(406);
        assertThat(status(http().get("/v1/models/errors-vae/samples", "text/csv")))
                .isEqualTo(406);
        assertThat(status(http().get("/v1/models/errors-dae/denoised?dataset=digits", NPY)))
                .isEqualTo(406);
    }

    @Test
    void aVersionWithDamagedFilesFailsAloneWhileOthersAreServed(
            @Autowired ModelRegistry registry, @Autowired LatentHome home) throws IOException {
        TestModels.publish(registry, "errors-damaged", "vae", TestModels.DIGIT, "{}", 1);
        TestModels.publish(registry, "errors-damaged", "vae", TestModels.DIGIT, "{}", 2);
        Files.write(
                home.resolve("models/errors-damaged/1/decoder.safetensors"), new byte[] {1}, StandardOpenOption.APPEND);

        EntityExchangeResult<byte[]> answer = http().get("/v1/models/errors-damaged/samples?version=1", JSON);

        assertThat(status(answer)).isEqualTo(409);
        assertThat(json(answer).at("/detail").stringValue()).contains("damaged", "decoder.safetensors");
        assertThat(status(http().get("/v1/models/errors-damaged/samples?version=2", JSON)))
                .isEqualTo(200);
    }

    @Test
    void aNewVersionIsServedWithoutARestart(@Autowired ModelRegistry registry) throws IOException {
        TestModels.publish(registry, "errors-swapped", "vae", TestModels.DIGIT, "{}", 1);
        byte[] before =
                http().get("/v1/models/errors-swapped/samples?seed=1", NPY).getResponseBody();

        TestModels.publish(registry, "errors-swapped", "vae", TestModels.DIGIT, "{}", 2);
        EntityExchangeResult<byte[]> after = http().get("/v1/models/errors-swapped/samples?seed=1", NPY);

        assertThat(after.getResponseHeaders().getFirst("Latent-Model-Version")).isEqualTo("2");
        assertThat(after.getResponseBody()).isNotEqualTo(before);
        assertThat(http().get("/v1/models/errors-swapped/samples?seed=1&version=1", NPY)
                        .getResponseBody())
                .isEqualTo(before);
    }

    private static byte[] picture(SampleShape shape) {
        Samples samples = new Samples(shape, new float[shape.size()], null);
        return SampleBodies.write(SampleBody.of(samples, ValueRange.PIXELS), SampleFormat.PNG);
    }

    private static int status(EntityExchangeResult<byte[]> answer) {
        return answer.getStatus().value();
    }

    private Http http() {
        return new Http(client);
    }
}
