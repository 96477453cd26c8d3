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
import dev.latent.image.Picture;
import dev.latent.image.PictureKind;
import dev.latent.image.PictureReader;
import dev.latent.image.Png;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Pictures that are denoised on the disk, as they are too large for the memory. */
@ServiceTest
class LargePictureBodyTests {
    private static final String DENOISE = "/v1/models/large-denoiser/denoise";
    private static final SampleShape SHAPE = new SampleShape.Image(1, 1310, 1090);

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("large-denoiser").isEmpty()) {
            TestModels.publish(
                    registry,
                    "large-denoiser",
                    "denoising-autoencoder",
                    new SampleShape.Image(1, 64, 64),
                    "{\"channels\": 4, \"blocks\": 1}",
                    1);
        }
    }

    @ParameterizedTest
    @CsvSource({"PNG, 16", "TIFF, 16", "TIFF, 32", "PNG, 8"})
    void becomeWhatTheyBecomeInMemory(SampleFormat format, int bits) throws IOException {
        PixelLevels levels = levels(bits);
        Samples noisy = noisy(levels);
        EntityExchangeResult<byte[]> inMemory = post(Http.NPY, write(noisy, SampleFormat.NPY, levels), Http.NPY);

        EntityExchangeResult<byte[]> answer = post(format.mediaType().toString(), write(noisy, format, levels), "*/*");

        assertThat(answer.getStatus().value()).isEqualTo(200);
        DecodedPicture read = new PictureReader(10_000_000).read(answer.getResponseBody());
        assertThat(read.picture().bits()).isEqualTo(bits);
        assertThat(level(answer)).isEqualTo(level(inMemory));
        float[] expected = numbers(inMemory.getResponseBody());
        for (int i = 0; i < expected.length; i++) {
            expected[i] = levels.pixel(levels.value(expected[i]));
        }
        assertThat(Arrays.equals(read.picture().channelFirst(levels), expected)).isTrue();
    }

    @Test
    void areOfOtherBitsWhereTheirKindHasNoMore() {
        PixelLevels levels = levels(16);

        EntityExchangeResult<byte[]> answer =
                post("image/tiff", write(noisy(levels), SampleFormat.TIFF, levels), "image/jpeg");

        assertThat(PictureKind.of(answer.getResponseBody())).contains(PictureKind.JPEG);
    }

    @Test
    void thatAreBrokenAreRefused() {
        byte[] cut = Arrays.copyOf(write(noisy(levels(8)), SampleFormat.PNG, levels(8)), 100_000);
        byte[] bomb = Png.encode(new Picture(1, 1, 1, new byte[1]));
        ByteBuffer.wrap(bomb).putInt(16, 90_000).putInt(20, 90_000);

        assertThat(post(Http.PNG, cut, Http.PNG).getStatus().value()).isEqualTo(400);
        EntityExchangeResult<byte[]> answer = post(Http.PNG, bomb, Http.PNG);
        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(Http.json(answer).at("/detail").stringValue()).contains("90000×90000 pixels");
    }

    private EntityExchangeResult<byte[]> post(String type, byte[] body, String accept) {
        return new Http(client).post(DENOISE, type, body, accept);
    }

    private static String level(EntityExchangeResult<byte[]> answer) {
        return answer.getResponseHeaders().getFirst("Latent-Noise-Level");
    }

    /** As files of these levels can hold it. */
    private static Samples noisy(PixelLevels levels) {
        Random random = new Random(3);
        float[] values = new float[SHAPE.size()];
        for (int i = 0; i < values.length; i++) {
            double clean = 0.5 + 0.3 * Math.sin(i % 1090 / 40.0) * Math.cos(i / 1090 / 60.0);
            values[i] = levels.pixel(levels.value((float) (clean + 0.05 * random.nextGaussian())));
        }
        return new Samples(SHAPE, values, null);
    }

    private static byte[] write(Samples samples, SampleFormat format, PixelLevels levels) {
        return SampleBodies.write(SampleBody.of(samples, ValueRange.PIXELS), format, PictureStyle.of(levels));
    }

    private static float[] numbers(byte[] npy) {
        int header = npy.length - SHAPE.size() * Float.BYTES;
        float[] numbers = new float[SHAPE.size()];
        ByteBuffer.wrap(npy, header, npy.length - header)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(numbers);
        return numbers;
    }

    private static PixelLevels levels(int bits) {
        return switch (bits) {
            case 8 -> PixelLevels.EIGHT_BITS;
            case 16 -> PixelLevels.SIXTEEN_BITS;
            default -> PixelLevels.FLOATS;
        };
    }
}
