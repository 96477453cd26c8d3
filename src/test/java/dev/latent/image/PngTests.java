package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTests {
    @Test
    void anotherReaderSeesTheGreyPixels() throws IOException {
        byte[] pixels = {0, 50, (byte) 100, (byte) 150, (byte) 200, (byte) 255};

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(new Picture(1, 2, 3, pixels))));

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(image.getRaster().getSample(0, 1, 0)).isEqualTo(150);
    }

    @Test
    void anotherReaderSeesTheColours() throws IOException {
        byte[] pixels = {1, 2, 3, (byte) 254, (byte) 253, (byte) 252};

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.encode(new Picture(3, 1, 2, pixels))));

        assertThat(image.getRGB(0, 0)).isEqualTo(0xFF010203);
        assertThat(image.getRGB(1, 0)).isEqualTo(0xFFFEFDFC);
    }

    @Test
    void anotherReaderSeesWhatIsStoredAndWhatIsCompressed() throws IOException {
        for (int side : new int[] {31, 32, 64}) {
            byte[] pixels = new byte[side * side];
            new Random(side).nextBytes(pixels);

            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(Png.encode(new Picture(1, side, side, pixels))));

            assertThat(((DataBufferByte) image.getRaster().getDataBuffer()).getData())
                    .isEqualTo(pixels);
        }
    }

    @Test
    void aLargePictureIsCompressed() {
        assertThat(Png.encode(new Picture(1, 64, 64, new byte[64 * 64]))).hasSizeLessThan(200);
    }

    @Test
    void theSamePictureGivesTheSameBytes() {
        Picture picture = new Picture(1, 20, 20, new byte[400]);

        assertThat(Png.encode(picture)).isEqualTo(Png.encode(picture));
    }
}
