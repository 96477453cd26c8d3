package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PictureCleaningTests {
    private static final String RESIDUAL = "{\"architecture\": \"residual\", \"channels\": 4, \"blocks\": 1%s}";
    private static final String PHOTOS = "/v1/models/denoising-photos/denoise";
    private static final String MASKED = "/v1/models/denoising-masked/denoise";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("denoising-photos").isEmpty()) {
            SampleShape shape = new Image(1, 64, 64);
            String masking = ", \"corruptions\": [{\"kind\": \"masking\", \"level\": 0.5}]";
            TestModels.publish(registry, "denoising-photos", "denoising-autoencoder", shape, RESIDUAL.formatted(""), 1);
            TestModels.publish(
                    registry, "denoising-masked", "denoising-autoencoder", shape, RESIDUAL.formatted(masking), 1);
        }
    }

    @Test
    void picturesOfAnySizeKeepItAndTheLevelIsTold() {
        for (Image shape : new Image[] {new Image(1, 1, 1), new Image(1, 33, 70), new Image(1, 650, 3)}) {
            EntityExchangeResult<byte[]> answer = http().post(PHOTOS, Http.NPY, body(shape, 2), Http.JSON);

            JsonNode json = Http.json(answer);
            assertThat(answer.getStatus().value()).isEqualTo(200);
            assertThat(json.at("/shape/1").intValue()).isEqualTo(shape.height());
            assertThat(json.at("/values/1").size()).isEqualTo(shape.size());
            assertThat(json.at("/noiseLevels").size()).isEqualTo(2);
            assertThat(answer.getResponseHeaders().getFirst("Latent-Noise-Level"))
                    .matches("0\\.\\d{4}, 0\\.\\d{4}");
        }
    }

    @Test
    void theLevelCanBeGiven() {
        JsonNode json = Http.json(http().post(PHOTOS + "?level=0.1", Http.NPY, body(new Image(1, 9, 9), 1), Http.JSON));

        assertThat(json.at("/noiseLevels/0").doubleValue()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void anArrayOfShortLengthHasItsLevelsInTheHeaderToo() {
        EntityExchangeResult<byte[]> answer = http().post(PHOTOS, Http.NPY, body(new Image(1, 9, 9), 1), Http.NPY);

        assertThat(answer.getResponseHeaders().getFirst("Latent-Noise-Level")).isNotBlank();
        assertThat(answer.getResponseBody()).endsWith(tail(body(new Image(1, 9, 9), 1)));
    }

    /** What is not trained finds no noise. */
    private static byte[] tail(byte[] npy) {
        return java.util.Arrays.copyOfRange(npy, npy.length - 81 * Float.BYTES, npy.length);
    }

    @Test
    void aLevelInGreyValuesIsRefusedWithWhatItWouldBe() {
        EntityExchangeResult<byte[]> answer =
                http().post(PHOTOS + "?level=25", Http.NPY, body(new Image(1, 9, 9), 1), Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(Http.json(answer).at("/errors/0/detail").stringValue()).contains("0.0980");
    }

    @Test
    void aModelThatIsToldNoLevelRefusesOneAndTellsNone() {
        byte[] sent = body(new Image(1, 9, 9), 1);

        assertThat(http().post(MASKED + "?level=0.1", Http.NPY, sent, Http.JSON)
                        .getStatus()
                        .value())
                .isEqualTo(400);
        EntityExchangeResult<byte[]> answer = http().post(MASKED, Http.NPY, sent, Http.JSON);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getFirst("Latent-Noise-Level")).isNull();
        assertThat(Http.json(answer).has("noiseLevels")).isFalse();
    }

    @Test
    void aModelWithoutACodeSaysWhatItCanDo() {
        EntityExchangeResult<byte[]> answer =
                http().post("/v1/models/denoising-photos/encode", Http.NPY, body(new Image(1, 64, 64), 1), Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(Http.json(answer).at("/detail").stringValue()).contains("denoise");
    }

    private static byte[] body(Image shape, int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return SampleBodies.write(SampleBody.of(new Samples(shape, values, null), ValueRange.PIXELS), SampleFormat.NPY);
    }

    private Http http() {
        return new Http(client);
    }
}
