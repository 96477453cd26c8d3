package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.picture.PictureStyle;
import dev.latent.image.DecodedPicture;
import dev.latent.image.PictureKind;
import dev.latent.image.PictureReader;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which kind of picture, and of how many bits, an answer is. */
@ServiceTest
class PictureKindTests {
    private static final String TIFF = "image/tiff";
    private static final String JPEG = "image/jpeg";
    private static final String ANYTHING = "*/*";
    private static final String MODEL = "/v1/models/kinds/";
    private static final SampleShape SHAPE = new SampleShape.Image(1, 8, 8);

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("kinds").isEmpty()) {
            TestModels.publish(registry, "kinds", "denoising-autoencoder", SHAPE, "{\"architecture\": \"conv\"}", 1);
        }
    }

    @ParameterizedTest(name = "{0} of {1} bits, asked for {2}: {3} of {4} bits")
    @CsvSource({
        "PNG, 8, */*, PNG, 8",
        "PNG, 16, */*, PNG, 16",
        "JPEG, 8, */*, JPEG, 8",
        "TIFF, 8, */*, TIFF, 8",
        "TIFF, 16, */*, TIFF, 16",
        "TIFF, 32, */*, TIFF, 32",
        "TIFF, 16, image/png, PNG, 16",
        "TIFF, 32, image/png, PNG, 16",
        "TIFF, 32, image/jpeg, JPEG, 8",
        "PNG, 16, image/tiff, TIFF, 16",
        "JPEG, 8, image/*, JPEG, 8"
    })
    void whatIsDenoisedHasTheKindAndTheBitsThatItHad(
            SampleFormat sent, int bits, String accept, PictureKind kind, int answered) throws IOException {
        EntityExchangeResult<byte[]> answer =
                post("denoise", sent.mediaType().toString(), picture(sent, bits, 1), accept);

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(PictureKind.of(answer.getResponseBody())).contains(kind);
        assertThat(read(answer).get(0).picture().bits()).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/x-npy", "application/x-ndjson"})
    void numbersAreAnsweredAsTheyWereSent(String type) {
        byte[] sent =
                post("denoise", Http.PNG, picture(SampleFormat.PNG, 8, 1), type).getResponseBody();

        EntityExchangeResult<byte[]> answer = post("denoise", type, sent, ANYTHING);

        assertThat(answer.getResponseHeaders().getContentType()).hasToString(type);
    }

    @Test
    void otherOperationsAnswerWithNumbersUnlessTheyAreAskedForPictures() {
        byte[] tiff = picture(SampleFormat.TIFF, 8, 2);

        assertThat(post("reconstruct", TIFF, tiff, ANYTHING)
                        .getResponseHeaders()
                        .getContentType())
                .hasToString("application/json");
        assertThat(PictureKind.of(post("reconstruct", TIFF, tiff, JPEG).getResponseBody()))
                .contains(PictureKind.JPEG);
    }

    @ParameterizedTest
    @CsvSource({"denoise, 8", "denoise, 32", "reconstruct, 16"})
    void aStackIsAnsweredPageByPage(String operation, int bits) throws IOException {
        EntityExchangeResult<byte[]> stack = post(operation, TIFF, picture(SampleFormat.TIFF, bits, 3), TIFF);
        EntityExchangeResult<byte[]> one = post(operation, TIFF, picture(SampleFormat.TIFF, bits, 1), TIFF);

        assertThat(read(stack)).hasSize(3);
        assertThat(read(stack).get(0).picture().pixels())
                .isEqualTo(read(one).get(0).picture().pixels());
    }

    @Test
    void thePagesOfAStackAreSamplesOfEveryOperation() {
        EntityExchangeResult<byte[]> answer = post("anomaly-score", TIFF, picture(SampleFormat.TIFF, 16, 3), Http.JSON);

        assertThat(Http.json(answer).at("/scores")).hasSize(3);
    }

    @Test
    void aPictureOfFloatsIsTheSameAsItsNumbers() {
        Samples noisy = noisy();
        byte[] npy = SampleBodies.write(SampleBody.of(noisy, ValueRange.PIXELS), SampleFormat.NPY);
        byte[] tiff = SampleBodies.write(
                SampleBody.of(noisy, ValueRange.PIXELS), SampleFormat.TIFF, PictureStyle.of(PixelLevels.FLOATS));

        assertThat(post("denoise", TIFF, tiff, Http.NPY).getResponseBody())
                .isEqualTo(post("denoise", Http.NPY, npy, Http.NPY).getResponseBody());
    }

    @Test
    void aRangeOfFloatsCanBeSaid() throws IOException {
        Samples small = noisy().clipped();
        float[] large = small.values().clone();
        for (int i = 0; i < large.length; i++) {
            large[i] = large[i] * 1000 - 500;
        }
        byte[] tiff = SampleBodies.write(
                SampleBody.of(small.withValues(large), ValueRange.PIXELS),
                SampleFormat.TIFF,
                PictureStyle.of(PixelLevels.FLOATS));

        DecodedPicture told =
                read(post("denoise?valueRange=-500,500", TIFF, tiff, TIFF)).get(0);
        EntityExchangeResult<byte[]> untold = post("denoise", TIFF, tiff, TIFF);

        assertThat(told.picture().least()).isBetween(-500.0, 499.0);
        assertThat(told.picture().greatest() - told.picture().least()).isGreaterThan(1);
        assertThat(untold.getStatus().value()).isEqualTo(422);
        assertThat(Http.json(untold).at("/detail").stringValue()).contains("say with valueRange");
    }

    @Test
    void pixelsBeyondTheRangeAreForDenoisingAlone() {
        byte[] npy = SampleBodies.write(SampleBody.of(noisy(), ValueRange.PIXELS), SampleFormat.NPY);

        assertThat(post("denoise", Http.NPY, npy, Http.NPY).getStatus().value()).isEqualTo(200);
        assertThat(post("reconstruct", Http.NPY, npy, Http.NPY).getStatus().value())
                .isEqualTo(422);
    }

    private static Samples noisy() {
        float[] values = new float[64];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 32f - 0.5f;
        }
        return new Samples(SHAPE, values, null);
    }

    /** A picture of so many pages, from black to white. */
    private static byte[] picture(SampleFormat format, int bits, int pages) {
        float[] values = new float[64 * pages];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 64 / 63f;
        }
        PixelLevels levels = switch (bits) {
            case 8 -> PixelLevels.EIGHT_BITS;
            case 16 -> PixelLevels.SIXTEEN_BITS;
            default -> PixelLevels.FLOATS;
        };
        return SampleBodies.write(
                SampleBody.of(new Samples(SHAPE, values, null), ValueRange.PIXELS), format, PictureStyle.of(levels));
    }

    private static List<DecodedPicture> read(EntityExchangeResult<byte[]> answer) throws IOException {
        return new PictureReader(1000).readAll(answer.getResponseBody());
    }

    private EntityExchangeResult<byte[]> post(String operation, String type, byte[] body, String accept) {
        return new Http(client).post(MODEL + operation, type, body, accept);
    }
}
