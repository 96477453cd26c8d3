package dev.latent.image;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTests {
    private static final PictureReader READER = new PictureReader(1000);

    @Test
    void whatThisServiceWritesItReads() throws IOException {
        Picture picture = new Picture(3, 2, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});

        Picture read = READER.read(Png.encode(picture));

        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.pixels()).isEqualTo(picture.pixels());
    }

    @Test
    void greyValuesStayAsTheyAre() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 77);

        assertThat(READER.read(encoded(image, "png")).pixels()).containsExactly(77, 0);
    }

    @Test
    void sixteenBitsAreRoundedToEight() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 100 * 257 + 128);
        image.getRaster().setSample(1, 0, 0, 100 * 257 + 130);

        assertThat(READER.read(encoded(image, "png")).pixels()).containsExactly(100, 101);
    }

    @Test
    void whatIsTransparentLiesOverBlack() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0x80FF4000);
        image.setRGB(1, 0, 0x00FFFFFF);

        assertThat(READER.read(encoded(image, "png")).pixels()).containsExactly((byte) 128, 32, 0, 0, 0, 0);
    }

    @Test
    void aPaletteOfColoursGivesColours() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, 0xFFFF0000);

        assertThat(READER.read(encoded(image, "png")).pixels()).containsExactly((byte) 255, 0, 0);
    }

    @Test
    void aPaletteOfBlackAndWhiteGivesGrey() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_BINARY);
        image.setRGB(0, 0, 0xFFFFFFFF);

        assertThat(READER.read(encoded(image, "png")).pixels()).containsExactly((byte) 255, 0);
    }

    @Test
    void aJpegIsReadInColourAndInGrey() throws IOException {
        assertThat(READER.read(encoded(new BufferedImage(8, 8, TYPE_3BYTE_BGR), "jpeg"))
                        .channels())
                .isEqualTo(3);
        assertThat(READER.read(encoded(new BufferedImage(8, 8, TYPE_BYTE_GRAY), "jpeg"))
                        .channels())
                .isEqualTo(1);
    }

    @Test
    void aProgressiveJpegIsRead() throws IOException {
        assertThat(READER.read(jpeg(noise(TYPE_3BYTE_BGR), true)).pixels()).hasSize(3 * 900);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJpegThatIsCutOffIsRefused(boolean progressive) throws IOException {
        byte[] whole = jpeg(noise(TYPE_3BYTE_BGR), progressive);

        assertThatThrownBy(() -> READER.read(Arrays.copyOf(whole, whole.length * 8 / 10)))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("the picture is broken: ");
    }

    @Test
    void aJpegWithAHoleInItsScanIsRefused() throws IOException {
        byte[] bytes = jpeg(noise(TYPE_BYTE_GRAY), false);
        Arrays.fill(bytes, bytes.length - 250, bytes.length - 50, (byte) 0);

        assertThatThrownBy(() -> READER.read(bytes))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("the picture is broken: Corrupt JPEG data");
    }

    @Test
    void aJpegOfFourInksIsRefused() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);

        assertThatThrownBy(() -> READER.read(jpeg(new IIOImage(inks, null, null), false)))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("the picture's colours are CMYK; save it as RGB");
    }

    /** 30×30 pixels that compress badly. */
    private static IIOImage noise(int type) {
        BufferedImage image = new BufferedImage(30, 30, type);
        Random random = new Random(1);
        for (int i = 0; i < 900; i++) {
            image.setRGB(i % 30, i / 30, random.nextInt());
        }
        return new IIOImage(image, null, null);
    }

    private static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    void hugeDimensionsAreRefusedBeforeAPixelIsDecoded() {
        byte[] bomb = Png.encode(new Picture(1, 1, 1, new byte[1]));
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        repairHeaderChecksum(bomb);

        assertThatThrownBy(() -> READER.read(bomb))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("the picture is 100000×100000 pixels; at most 1000 pixels are taken");
    }

    @Test
    void aTruncatedPictureIsRefused() {
        byte[] whole = Png.encode(new Picture(1, 20, 20, new byte[400]));

        assertThatThrownBy(() -> READER.read(Arrays.copyOf(whole, 45)))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("broken");
    }

    @Test
    void everyFlippedByteOfAPictureIsRefusedOrReadButNeverMore() {
        byte[] whole = Png.encode(new Picture(3, 4, 4, new byte[48]));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x55;
            try {
                assertThat(READER.read(changed).pixels().length).isLessThanOrEqualTo(3000);
            } catch (UnreadablePicture e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void otherFormatsAreRefused() {
        assertThatThrownBy(() -> READER.read("GIF89a".getBytes()))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("this is neither PNG nor JPEG");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static void repairHeaderChecksum(byte[] png) {
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    }
}
