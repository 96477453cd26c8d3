package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.image.DecodedPicture;
import dev.latent.image.Picture;
import dev.latent.image.PictureReader;
import dev.latent.image.Png;
import dev.latent.image.PngFile;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Pictures of other kinds than the service itself writes, sent to a model. */
@ServiceTest
class PictureBodyTests {
    private static final String DENOISE = "/v1/models/picture-bodies/denoise";

    @Autowired
    RestTestClient client;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("picture-bodies").isEmpty()) {
            TestModels.publish(registry, "picture-bodies", "denoising-autoencoder", new SampleShape.Image(1, 8, 8));
        }
    }

    @Test
    void eightBitsAreAnsweredWithEight() throws IOException {
        assertThat(denoised("", deepOrNot(8, 255)).bits()).isEqualTo(8);
    }

    @Test
    void sixteenBitsAreAnsweredWithSixteen() throws IOException {
        Picture denoised = denoised("", deepOrNot(16, 0xFFFF));

        assertThat(denoised.bits()).isEqualTo(16);
        assertThat(denoised.greatest()).isGreaterThan(4095);
    }

    @Test
    void twelveBitsInSixteenAreAnsweredWithTwelveInSixteen() throws IOException {
        Picture denoised = denoised("", deepOrNot(16, 4095));

        assertThat(denoised.bits()).isEqualTo(16);
        assertThat(denoised.greatest()).isBetween(256.0, 4095.0);
    }

    @Test
    void fewerBitsAreTheSamePicture() throws IOException {
        float[] ofTwelve = values(denoised("", deepOrNot(16, 4095)), 4095);
        float[] ofSixteen = values(denoised("?valueRange=0,65520", deepOrNot(16, 65520)), 65520);

        for (int i = 0; i < ofTwelve.length; i++) {
            assertThat(ofTwelve[i]).isCloseTo(ofSixteen[i], within(1e-3f));
        }
    }

    private static float[] values(Picture picture, int high) {
        return picture.channelFirst(new PixelLevels(16, 0, high));
    }

    @ParameterizedTest
    @CsvSource({"'', 4095, '0,4095'", "'', 65535, '0,65535'", "'?valueRange=0,9999', 4095, '0,9999'"})
    void theAnswerSaysWhatTheValuesRangeOver(String query, int greatest, String range) {
        assertThat(sent(query, deepOrNot(16, greatest)).getResponseHeaders().getFirst("Latent-Value-Range"))
                .isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({
        "'?valueRange=0,1023', 16, 422, a pixel is 4095",
        "'?valueRange=5', 16, 400, 'as 0,4095'",
        "'?valueRange=9,1', 16, 400, 'as 0,4095'",
        "'?valueRange=0,99999', 16, 400, 'as 0,4095'",
        "'?valueRange=0,255', 8, 400, leave it out",
        "'?background=clear', 8, 400, a colour is",
    })
    void whatDoesNotFitIsRefused(String query, int bits, int status, String detail) {
        EntityExchangeResult<byte[]> answer = sent(query, deepOrNot(bits, bits == 8 ? 255 : 4095));

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(Http.json(answer).at("/detail").stringValue()).contains(detail);
    }

    @Test
    void whatIsTransparentLiesOnWhiteAndTheAnswerSaysSo() throws IOException {
        EntityExchangeResult<byte[]> answer = sent("", transparent());

        assertThat(answer.getResponseHeaders().getFirst("Latent-Background")).isEqualTo("#ffffff");
        assertThat(read(answer).pixels()).isEqualTo(denoised("", grey(255)).pixels());
    }

    @Test
    void theBackgroundCanBeChosen() throws IOException {
        EntityExchangeResult<byte[]> answer = sent("?background=black", transparent());

        assertThat(answer.getResponseHeaders().getFirst("Latent-Background")).isEqualTo("#000000");
        assertThat(read(answer).pixels()).isEqualTo(denoised("", grey(0)).pixels());
    }

    @Test
    void aPictureThatHidesNothingHasNoBackground() {
        assertThat(sent("", grey(7)).getResponseHeaders().containsHeader("Latent-Background"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/x-portable-graymap", "image/anything"})
    void theContentTellsTheKind(String type) {
        byte[] pgm = ("P2 8 8 255\n" + "7 ".repeat(64)).getBytes();

        assertThat(new Http(client)
                        .post(DENOISE, type, pgm, Http.PNG)
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void aPhotographIsTurnedUpright() throws IOException {
        BufferedImage wide = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(wide, "jpeg", jpeg);
        byte[] onItsSide = withOrientation(jpeg.toByteArray(), 6);

        JsonNode answer = Http.json(new Http(client).post(DENOISE, "image/jpeg", onItsSide, Http.JSON));

        assertThat(answer.at("/shape").toString()).isEqualTo("[1,16,8]");
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        int[] exif = PngFile.exif(orientation);
        ByteBuffer changed = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        changed.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        changed.put("Exif\0\0".getBytes());
        for (int part : exif) {
            changed.put((byte) part);
        }
        return changed.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** From black to the greatest value. */
    private static byte[] deepOrNot(int bits, int greatest) {
        int[][] rows = new int[8][8 * bits / 8];
        for (int i = 0; i < 64; i++) {
            int value = (int) Math.round(greatest * (i / 63.0));
            if (bits == 8) {
                rows[i / 8][i % 8] = value;
            } else {
                rows[i / 8][i % 8 * 2] = value >> 8;
                rows[i / 8][i % 8 * 2 + 1] = value & 0xFF;
            }
        }
        return PngFile.of(8, 8, bits, 0).rows(rows);
    }

    private static byte[] transparent() {
        return PngFile.of(8, 8, 8, 4).rows(new int[8][16]);
    }

    private static byte[] grey(int value) {
        byte[] pixels = new byte[64];
        Arrays.fill(pixels, (byte) value);
        return Png.encode(new Picture(1, 8, 8, pixels));
    }

    private Picture denoised(String query, byte[] picture) throws IOException {
        return read(sent(query, picture));
    }

    private static Picture read(EntityExchangeResult<byte[]> answer) throws IOException {
        assertThat(answer.getStatus().value()).isEqualTo(200);
        DecodedPicture decoded = new PictureReader(1000).read(answer.getResponseBody());
        return decoded.picture();
    }

    private EntityExchangeResult<byte[]> sent(String query, byte[] picture) {
        return new Http(client).post(DENOISE + query, Http.PNG, picture, Http.PNG);
    }
}
