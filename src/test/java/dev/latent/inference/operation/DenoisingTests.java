package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class DenoisingTests {
    private static final String MODEL = "/v1/models/denoising-digits";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("denoising-digits").isEmpty()) {
            TestModels.publish(
                    registry,
                    "denoising-digits",
                    "denoising-autoencoder",
                    TestModels.DIGIT,
                    "{\"architecture\": \"conv\"}",
                    1);
            TestModels.publish(registry, "denoising-points", "denoising-autoencoder", TestModels.POINT);
        }
    }

    @Test
    void denoisedShowsCleanNoisyAndDenoisedSamplesAndTheirQuality() {
        JsonNode body = json(http().get(MODEL + "/denoised?dataset=digits&count=3&seed=1&level=0.5", Http.JSON));

        assertThat(body.at("/version").intValue()).isEqualTo(1);
        assertThat(body.at("/seed").intValue()).isEqualTo(1);
        assertThat(body.at("/clean/values").size()).isEqualTo(3);
        assertThat(body.at("/noisy/values").size()).isEqualTo(3);
        assertThat(body.at("/denoised/values/0").size()).isEqualTo(784);
        assertThat(body.at("/perSample").size()).isEqualTo(3);
        assertThat(body.at("/psnr/noisy").doubleValue()).isBetween(6.0, 12.0);
        assertThat(body.at("/ssim/denoised").doubleValue()).isBetween(-1.0, 1.0);
    }

    @Test
    void corruptedPixelsAreClipped() {
        JsonNode noisy = json(http().get(MODEL + "/denoised?dataset=digits&count=2&seed=1&level=2", Http.JSON))
                .at("/noisy/values");

        noisy.forEach(sample ->
                sample.forEach(pixel -> assertThat(pixel.doubleValue()).isBetween(0.0, 1.0)));
    }

    @Test
    void aSamplesNoiseIsTheSameWhateverStandsBesideIt() {
        JsonNode many = json(http().get(MODEL + "/denoised?dataset=digits&index=2&count=4&seed=9", Http.JSON));
        JsonNode one = json(http().get(MODEL + "/denoised?dataset=digits&index=4&count=1&seed=9", Http.JSON));

        assertThat(one.at("/noisy/values/0")).isEqualTo(many.at("/noisy/values/2"));
        assertThat(one.at("/denoised/values/0")).isEqualTo(many.at("/denoised/values/2"));
    }

    @Test
    void everyKindOfNoiseIsKnown() {
        for (String noise : new String[] {"gaussian", "masking", "salt-and-pepper", "speckle"}) {
            EntityExchangeResult<byte[]> answer =
                    http().get(MODEL + "/denoised?dataset=digits&count=1&seed=1&level=0.3&noise=" + noise, Http.JSON);
            assertThat(json(answer).at("/mse/noisy").doubleValue()).as(noise).isPositive();
        }
    }

    @Test
    void withoutNoiseThePsnrIsTheGreatestThatIsTold() {
        JsonNode body = json(http().get(MODEL + "/denoised?dataset=digits&count=1&seed=1&level=0", Http.JSON));
        assertThat(body.at("/psnr/noisy").doubleValue()).isEqualTo(100);
    }

    @Test
    void asAPictureEachKindIsARow() throws IOException {
        byte[] png = http().get(MODEL + "/denoised?dataset=digits&count=5&seed=1", Http.PNG)
                .getResponseBody();

        var picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(picture.getWidth()).isEqualTo(5 * 28);
        assertThat(picture.getHeight()).isEqualTo(3 * 28);
    }

    @Test
    void pointsAreCorruptedInStandardDeviationsAndShownAsAPlot() {
        JsonNode body =
                json(http().get("/v1/models/denoising-points/denoised?dataset=moons&count=4&seed=1", Http.JSON));
        assertThat(body.at("/psnr/noisy").isNull()).isTrue();
        assertThat(body.at("/mse/noisy").doubleValue()).isPositive();
        assertThat(http().get("/v1/models/denoising-points/denoised?dataset=moons&count=4&seed=1", Http.PNG)
                        .getResponseBody())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whatTheClientSendsComesBackDenoisedInWhateverFormItAsksFor() throws IOException {
        byte[] sent = body(TestModels.DIGIT, 3, SampleFormat.JSON);

        EntityExchangeResult<byte[]> asJson = http().post(MODEL + "/denoise", Http.JSON, sent, Http.JSON);
        assertThat(asJson.getStatus().value()).isEqualTo(200);
        assertThat(json(asJson).at("/values").size()).isEqualTo(3);
        EntityExchangeResult<byte[]> asPicture = http().post(MODEL + "/denoise", Http.JSON, sent, Http.PNG);
        assertThat(asPicture.getResponseBody()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theSameSampleIsDenoisedToTheSameBytesAloneAndAmongOthers() {
        byte[] many = body(TestModels.DIGIT, 50, SampleFormat.NPY);
        byte[] one = body(TestModels.DIGIT, 1, SampleFormat.NPY);

        byte[] ofMany =
                http().post(MODEL + "/denoise", Http.NPY, many, Http.NPY).getResponseBody();
        byte[] ofOne = http().post(MODEL + "/denoise", Http.NPY, one, Http.NPY).getResponseBody();

        int sample = 784 * Float.BYTES;
        assertThat(Arrays.copyOfRange(ofOne, ofOne.length - sample, ofOne.length))
                .isEqualTo(Arrays.copyOfRange(ofMany, ofMany.length - 50 * sample, ofMany.length - 49 * sample));
    }

    @Test
    void aLargerPictureIsDenoisedInTilesAndKeepsItsSize() throws IOException {
        byte[] sent = body(new SampleShape.Image(1, 60, 75), 1, SampleFormat.PNG);

        byte[] denoised =
                http().post(MODEL + "/denoise", Http.PNG, sent, Http.PNG).getResponseBody();

        var picture = ImageIO.read(new ByteArrayInputStream(denoised));
        assertThat(picture.getWidth()).isEqualTo(75);
        assertThat(picture.getHeight()).isEqualTo(60);
    }

    @Test
    void aSmallerPictureIsRefused() {
        byte[] sent = body(new SampleShape.Image(1, 20, 28), 1, SampleFormat.PNG);

        EntityExchangeResult<byte[]> answer = http().post(MODEL + "/denoise", Http.PNG, sent, Http.PNG);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/detail").stringValue()).contains("28×28");
    }

    private static byte[] body(SampleShape shape, int count, SampleFormat format) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return SampleBodies.write(SampleBody.of(new Samples(shape, values, null), ValueRange.PIXELS), format);
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.getResponseBody());
    }

    private Http http() {
        return new Http(client);
    }
}
