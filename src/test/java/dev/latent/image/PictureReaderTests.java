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
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTests {
    private static final PictureReader READER = new PictureReader(1000);
    /** Two black pixels above two white ones. */
    private static final String WEBP = "UklGRiQAAABXRUJQVlA4TBgAAAAvAUAAAA8w//M///MfeFAIIAAKmoj+BwM=";

    @Test
    void whatThisServiceWritesItReads() throws IOException {
        Picture picture = new Picture(3, 2, 2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});

        Picture read = READER.read(Png.encode(picture)).picture();

        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.pixels()).isEqualTo(picture.pixels());
    }

    @Test
    void greyValuesStayAsTheyAre() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 77);

        assertThat(READER.read(encoded(image, "png")).picture().pixels()).containsExactly(77, 0);
    }

    @Test
    void sixteenBitsStaySixteen() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x1234);
        image.getRaster().setSample(1, 0, 0, 0xFFFF);

        Picture read = READER.read(encoded(image, "png")).picture();

        assertThat(read.bits()).isEqualTo(16);
        assertThat(values(read)).containsExactly(0x1234, 0xFFFF);
    }

    private static int[] values(Picture picture) {
        return IntStream.range(0, picture.values())
                .map(i -> (int) picture.value(i))
                .toArray();
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws IOException {
        DecodedPicture read = READER.read(encoded(halfTransparent(), "png"));

        assertThat(values(read.picture())).containsExactly(255, 159, 127, 255, 255, 255);
        assertThat(read.transparent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"black, 128 32 0 0 0 0", "#0000ff, 128 32 127 0 0 255"})
    void whatIsTransparentLiesOnTheBackground(String background, String pixels) throws IOException {
        PictureReader reader = new PictureReader(1000, Background.of(background));

        assertThat(values(reader.read(encoded(halfTransparent(), "png")).picture()))
                .containsExactly(numbers(pixels));
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** Half of an orange, and nothing. */
    private static BufferedImage halfTransparent() {
        BufferedImage image = new BufferedImage(2, 1, TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0x80FF4000);
        image.setRGB(1, 0, 0x00FFFFFF);
        return image;
    }

    @Test
    void whatHidesNothingIsNotTransparent() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0xFF102030);

        assertThat(READER.read(encoded(image, "png")).transparent()).isFalse();
    }

    @Test
    void transparentGreyOfSixteenBitsLiesOnWhite() throws IOException {
        byte[] png = PngFile.of(2, 1, 16, 4).row(0x10, 0x01, 0xFF, 0xFF, 0x10, 0x01, 0x00, 0x00);

        Picture read = READER.read(png).picture();

        assertThat(read.channels()).isEqualTo(1);
        assertThat(values(read)).containsExactly(0x1001, 0xFFFF);
    }

    @Test
    void transparentGreyOnAColourGetsColours() throws IOException {
        byte[] png = PngFile.of(2, 1, 8, 4).row(7, 255, 7, 0);

        assertThat(values(
                        new PictureReader(1000, Background.of("red")).read(png).picture()))
                .containsExactly(7, 7, 7, 255, 0, 0);
    }

    @Test
    void oneGreyValueCanBeTransparent() throws IOException {
        byte[] png = PngFile.of(2, 1, 8, 0).chunk("tRNS", 0, 5).row(5, 6);

        assertThat(values(READER.read(png).picture())).containsExactly(255, 6);
    }

    @Test
    void aColourOfAPaletteCanBeTransparent() throws IOException {
        byte[] png = PngFile.of(2, 1, 8, 3)
                .chunk("PLTE", 1, 2, 3, 4, 5, 6)
                .chunk("tRNS", 255, 0)
                .row(0, 1);

        assertThat(values(READER.read(png).picture())).containsExactly(1, 2, 3, 255, 255, 255);
    }

    @Test
    void aPaletteOfColoursGivesColours() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, TYPE_BYTE_INDEXED);
        image.setRGB(0, 0, 0xFFFF0000);

        assertThat(READER.read(encoded(image, "png")).picture().pixels()).containsExactly((byte) 255, 0, 0);
    }

    @Test
    void aPaletteOfBlackAndWhiteGivesGrey() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_BYTE_BINARY);
        image.setRGB(0, 0, 0xFFFFFFFF);

        assertThat(READER.read(encoded(image, "png")).picture().pixels()).containsExactly((byte) 255, 0);
    }

    @Test
    void aJpegIsReadInColourAndInGrey() throws IOException {
        assertThat(READER.read(encoded(new BufferedImage(8, 8, TYPE_3BYTE_BGR), "jpeg"))
                        .picture()
                        .channels())
                .isEqualTo(3);
        assertThat(READER.read(encoded(new BufferedImage(8, 8, TYPE_BYTE_GRAY), "jpeg"))
                        .picture()
                        .channels())
                .isEqualTo(1);
    }

    @Test
    void aProgressiveJpegIsRead() throws IOException {
        assertThat(READER.read(jpeg(noise(TYPE_3BYTE_BGR), true)).picture().pixels())
                .hasSize(3 * 900);
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
    void aTiffThatAnnouncesATableOfABillionValuesIsRefused() throws IOException {
        byte[] tiff = encoded(new BufferedImage(2, 1, TYPE_BYTE_GRAY), "tiff");

        assertThatThrownBy(() -> READER.read(withBits(tiff, 30)))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageStartingWith("a picture of 30 bits a value isn't taken");
    }

    /** The bits of a value are the entry 0x0102 of the directory. */
    private static byte[] withBits(byte[] tiff, int bits) {
        ByteBuffer changed = ByteBuffer.wrap(tiff.clone());
        changed.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = changed.getInt(4) + 2;
        while (changed.getShort(at) != 0x0102) {
            at += 12;
        }
        return changed.putShort(at + 8, (short) bits).array();
    }

    @Test
    void aFrameThatIsLargerThanItsPictureIsRefused() {
        byte[] webP = webP("VP8X", 10, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, "VP8L", 5, 0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0);

        assertThatThrownBy(() -> READER.read(webP))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("the picture is 16384×16384 pixels; at most 1000 pixels are taken");
    }

    /** @param content names of chunks, their lengths and their bytes */
    private static byte[] webP(Object... content) {
        ByteBuffer bytes = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes()).putInt(0).put("WEBP".getBytes());
        for (int i = 0; i < content.length; i++) {
            if (content[i] instanceof String name) {
                bytes.put(name.getBytes()).putInt((Integer) content[++i]);
            } else {
                bytes.put(((Integer) content[i]).byteValue());
            }
        }
        bytes.putInt(4, bytes.position() - 8);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    @Test
    void aBmpThatHoldsAJpegIsRefused() throws IOException {
        byte[] bmp = encoded(new BufferedImage(2, 1, TYPE_3BYTE_BGR), "bmp");
        bmp[30] = 4;

        assertThatThrownBy(() -> READER.read(bmp))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageStartingWith("a BMP that holds a picture of another kind isn't taken");
    }

    @Test
    void aWebPThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Base64.getDecoder().decode(WEBP);

        assertThatThrownBy(() -> READER.read(Arrays.copyOf(whole, whole.length - 4)))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("the picture is broken");
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
                assertThat(READER.read(changed).picture().pixels().length).isLessThanOrEqualTo(3000);
            } catch (UnreadablePicture e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> READER.read("hello, world".getBytes()))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("this is no picture that can be read, which are PNG, JPEG, GIF, BMP, TIFF, WebP, PNM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tiff"})
    void otherKindsAreReadToo(String format) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, TYPE_3BYTE_BGR);
        image.setRGB(0, 0, 0xFFFF0000);
        image.setRGB(1, 0, 0xFF0000FF);

        assertThat(values(READER.read(encoded(image, format)).picture())).containsExactly(255, 0, 0, 0, 0, 255);
    }

    @Test
    void portableGreymapsAreRead() throws IOException {
        assertThat(values(READER.read("P2 2 1 255\n7 200\n".getBytes()).picture()))
                .containsExactly(7, 200);
    }

    @Test
    void portableGreymapsOfTwelveBitsFillSixteen() throws IOException {
        DecodedPicture read = READER.read("P2 2 1 4095\n0 4095\n".getBytes());

        assertThat(read.picture().channelFirst(read.likelyLevels())).containsExactly(0, 1);
    }

    @Test
    void webPIsRead() throws IOException {
        byte[] blackAboveWhite = Base64.getDecoder().decode(WEBP);

        assertThat(values(READER.read(blackAboveWhite).picture().withChannels(1)))
                .containsExactly(0, 0, 255, 255);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3x2, 1 2 3 4 5 6",
        "2, 3x2, 3 2 1 6 5 4",
        "3, 3x2, 6 5 4 3 2 1",
        "4, 3x2, 4 5 6 1 2 3",
        "5, 2x3, 1 4 2 5 3 6",
        "6, 2x3, 4 1 5 2 6 3",
        "7, 2x3, 6 3 5 2 4 1",
        "8, 2x3, 3 6 2 5 1 4",
        "0, 3x2, 1 2 3 4 5 6",
        "9, 3x2, 1 2 3 4 5 6",
    })
    void aPictureIsTurnedUpright(int orientation, String size, String pixels) throws IOException {
        byte[] png = PngFile.of(3, 2, 8, 0)
                .chunk("eXIf", PngFile.exif(orientation))
                .rows(new int[] {1, 2, 3}, new int[] {4, 5, 6});

        DecodedPicture read = READER.read(png);

        assertThat(read.picture().width() + "x" + read.picture().height()).isEqualTo(size);
        assertThat(values(read.picture())).containsExactly(numbers(pixels));
        assertThat(read.turned()).isEqualTo(orientation > 1 && orientation < 9);
    }

    @Test
    void aJpegIsTurnedUpright() throws IOException {
        BufferedImage leftIsWhite = new BufferedImage(16, 8, TYPE_BYTE_GRAY);
        leftIsWhite.createGraphics().fillRect(0, 0, 8, 8);

        Picture read = READER.read(withExif(encoded(leftIsWhite, "jpeg"), PngFile.exif(6)))
                .picture();

        assertThat(read.width()).isEqualTo(8);
        assertThat(read.value(0)).isGreaterThan(250);
        assertThat(read.value(15 * 8)).isLessThan(5);
    }

    @Test
    void exifThatIsBrokenIsNoHindrance() throws IOException {
        int[] exif = PngFile.exif(6);
        for (int i = 0; i < exif.length; i++) {
            int[] broken = exif.clone();
            broken[i] ^= 0x55;
            byte[] png = PngFile.of(1, 1, 8, 0).chunk("eXIf", broken).row(9);

            assertThat(values(READER.read(png).picture())).containsExactly(9);
        }
    }

    private static byte[] withExif(byte[] jpeg, int... exif) {
        ByteBuffer changed = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        changed.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        changed.put("Exif\0\0".getBytes());
        for (int part : exif) {
            changed.put((byte) part);
        }
        return changed.put(jpeg, 2, jpeg.length - 2).array();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 255, 255",
        "0, 256, 1023",
        "0, 4095, 4095",
        "0, 4096, 16383",
        "0, 65535, 65535",
        "12, 200, 4095",
        "12, 4095, 4095",
        "12, 65520, 65535",
    })
    void sixteenBitsMayHoldFewer(int announced, int greatest, int high) throws IOException {
        PngFile png = PngFile.of(1, 1, 16, 0);
        if (announced > 0) {
            png.chunk("sBIT", announced);
        }

        assertThat(READER.read(png.row(greatest >> 8, greatest & 0xFF))
                        .likelyLevels()
                        .high())
                .isEqualTo(high);
    }

    @Test
    void ofPicturesThatMoveTheFirstIsTakenAndTheOthersTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(new BufferedImage(2, 2, TYPE_BYTE_BINARY), null, null), null);
            writer.writeToSequence(new IIOImage(new BufferedImage(2, 2, TYPE_BYTE_BINARY), null, null), null);
            writer.endWriteSequence();
        }

        assertThat(READER.read(bytes.toByteArray()).firstOfSeveral()).isTrue();
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
