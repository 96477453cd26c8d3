package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargePictureTests {
    private static final Image SHAPE = new Image(3, 300, 700);

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"PNG, 8, 1", "PNG, 16, 3", "TIFF, 8, 3", "TIFF, 16, 1", "TIFF, 32, 3"})
    void isWrittenAndReadAsItIs(PictureKind kind, int bits, int channels) throws IOException {
        Image shape = new Image(channels, SHAPE.height(), SHAPE.width());
        PixelLevels levels = levels(bits);
        Path file = written(kind, shape, bits, PictureTags.NONE);

        try (LargePictureReader reader = LargePictureReader.openIfLarge(file, 1000, 1_000_000);
                PictureOnDisk read = reader.decode(0, home.resolve("read"))) {
            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.bits()).isEqualTo(bits);
            assertThat(read.read(0, 0, shape.height(), shape.width(), levels)).isEqualTo(pixels(shape, levels));
            float[] corner = read.read(298, 699, 2, 1, levels);
            assertThat(corner[1]).isEqualTo(pixels(shape, levels)[300 * 700 - 1]);
        }
    }

    @Test
    void isTheSameToTheReaderOfSmallOnes() throws IOException {
        Path file = written(PictureKind.PNG, SHAPE, 16, PictureTags.NONE);

        Picture read =
                new PictureReader(1_000_000).read(Files.readAllBytes(file)).picture();

        assertThat(read.channelFirst(levels(16))).isEqualTo(pixels(SHAPE, levels(16)));
    }

    @ParameterizedTest
    @CsvSource({"PNG", "JPEG", "TIFF"})
    void keepsWhatItsFileSaysOfIt(PictureKind kind) throws IOException {
        PictureTags tags = new PictureTags(null, new PictureTags.Resolution(4000, 2000), 6);
        Path file = written(kind, SHAPE, 8, tags);

        try (LargePictureReader reader = LargePictureReader.openIfLarge(file, 1000, 1_000_000)) {
            assertThat(reader.tags().orientation()).isEqualTo(6);
            assertThat(reader.tags().resolution().across()).isCloseTo(4000, within(20.0));
        }
        assertThat(new PictureReader(1_000_000)
                        .read(Files.readAllBytes(file))
                        .picture()
                        .width())
                .isEqualTo(SHAPE.height());
    }

    @Test
    void aJpegLosesHardlyAnything() throws IOException {
        Path file = written(PictureKind.JPEG, new Image(1, 300, 700), 8, PictureTags.NONE);

        try (LargePictureReader reader = LargePictureReader.openIfLarge(file, 1000, 1_000_000);
                PictureOnDisk read = reader.decode(0, home.resolve("read"))) {
            float[] values = read.read(100, 100, 10, 10, PixelLevels.EIGHT_BITS);
            float[] original = pixels(new Image(1, 300, 700), PixelLevels.EIGHT_BITS);
            assertThat(values[0]).isCloseTo(original[100 * 700 + 100], within(0.05f));
        }
    }

    @Test
    void aTiffOfTilesIsReadTileByTile() throws IOException {
        BufferedImage image = new BufferedImage(700, 300, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(699, 299, 0, 77);
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
            how.setTiling(256, 128, 0, 0);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("LZW");
            writer.write(null, new IIOImage(image, null, null), how);
        }
        Path file = Files.write(home.resolve("tiles.tif"), bytes.toByteArray());

        try (LargePictureReader reader = LargePictureReader.openIfLarge(file, 1000, 1_000_000);
                PictureOnDisk read = reader.decode(0, home.resolve("read"))) {
            assertThat(read.range()).containsExactly(0, 77);
        }
    }

    @Test
    void aSmallOneIsNoneAndSoIsOneThatOnlyAnotherReaderReads() throws IOException {
        Path small = written(PictureKind.PNG, SHAPE, 8, PictureTags.NONE);
        Path transparent =
                Files.write(home.resolve("a.png"), PngFile.of(40, 1, 8, 4).row(new int[80]));
        Path gif = Files.write(home.resolve("a.gif"), "GIF89a".getBytes());

        assertThat(LargePictureReader.openIfLarge(small, 1_000_000, 1_000_000)).isNull();
        assertThat(LargePictureReader.openIfLarge(transparent, 10, 1000)).isNull();
        assertThat(LargePictureReader.openIfLarge(gif, 0, 1000)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PNG", "JPEG", "TIFF"})
    void oneThatIsCutOffIsRefused(PictureKind kind) throws IOException {
        byte[] whole = Files.readAllBytes(written(kind, SHAPE, 8, PictureTags.NONE));

        for (int length = whole.length / 8; length < whole.length; length += whole.length / 8) {
            Path cut = Files.write(home.resolve("cut" + length), Arrays.copyOf(whole, length));
            Path into = home.resolve("into" + length);
            assertThatThrownBy(() -> {
                        try (LargePictureReader reader = LargePictureReader.openIfLarge(cut, 1000, 1_000_000);
                                PictureOnDisk read = reader.decode(0, into)) {
                            read.range();
                        }
                    })
                    .as(kind + " of " + length + " bytes of " + whole.length)
                    .isInstanceOf(UnreadablePicture.class);
        }
    }

    @Test
    void oneOfMorePixelsThanAreTakenIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] huge = Png.encode(new Picture(1, 1, 1, new byte[1]));
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        Path bomb = Files.write(home.resolve("bomb.png"), huge);

        assertThatThrownBy(() -> LargePictureReader.openIfLarge(bomb, 1000, 1_000_000_000L))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("100000×100000");
    }

    private Path written(PictureKind kind, Image shape, int bits, PictureTags tags) throws IOException {
        Path file = home.resolve("picture");
        try (PictureOnDisk picture = PictureOnDisk.create(shape, bits, home.resolve("pixels"));
                LargePictureWriter writer = LargePictureWriter.create(kind, file, tags)) {
            picture.write(0, shape.height(), pixels(shape, levels(bits)), 0, levels(bits));
            writer.add(picture);
            writer.finish();
        }
        return file;
    }

    /** As files of these bits can hold them. */
    private static float[] pixels(Image shape, PixelLevels levels) {
        float[] pixels = new float[shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % shape.width();
            int y = i / shape.width() % shape.height();
            pixels[i] = levels.pixel(levels.value((float) (0.5 + 0.4 * Math.sin(x / 31.0 + i / shape.width() / 300))
                    * (1 - y / 600f)));
        }
        return pixels;
    }

    private static PixelLevels levels(int bits) {
        return switch (bits) {
            case 8 -> PixelLevels.EIGHT_BITS;
            case 16 -> PixelLevels.SIXTEEN_BITS;
            default -> PixelLevels.FLOATS;
        };
    }
}
