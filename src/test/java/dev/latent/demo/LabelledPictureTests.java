package dev.latent.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.image.Picture;
import dev.latent.image.Png;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LabelledPictureTests {
    private static final int WHITE = 0xFFFFFFFF;
    private static final int GREY = 0xFF808080;

    @Test
    void theGridIsThreeTimesAsLargeAndWhiteIsAroundIt() throws IOException {
        BufferedImage page = draw(List.of(), List.of());

        assertThat(page.getWidth()).isEqualTo(3 * 40 + 24);
        assertThat(page.getHeight()).isEqualTo(3 * 20 + 24);
        assertThat(page.getRGB(0, 0)).isEqualTo(WHITE);
        assertThat(page.getRGB(12, 12)).isEqualTo(GREY);
        assertThat(page.getRGB(12 + 119, 12 + 59)).isEqualTo(GREY);
    }

    @Test
    void rowsAreNamedAtTheirLeftAndColumnsAbove() throws IOException {
        BufferedImage page = draw(List.of("clean", "noisy"), List.of("0", "1"));

        int left = page.getWidth() - 12 - 120;
        int top = page.getHeight() - 12 - 60;
        assertThat(isInked(page, 0, top, left, top + 30)).isTrue();
        assertThat(isInked(page, 0, top + 30, left, top + 60)).isTrue();
        assertThat(isInked(page, left, 0, left + 60, top)).isTrue();
        assertThat(isInked(page, left + 60, 0, left + 120, top)).isTrue();
        assertThat(isInked(page, 0, 0, left, top)).isFalse();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> LabelledPicture.draw(new byte[] {1, 2, 3}, List.of(), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no picture");
    }

    private static BufferedImage draw(List<String> rows, List<String> columns) throws IOException {
        byte[] pixels = new byte[20 * 40];
        Arrays.fill(pixels, (byte) 0x80);
        byte[] page = LabelledPicture.draw(Png.encode(new Picture(1, 20, 40, pixels)), rows, columns);
        return ImageIO.read(new ByteArrayInputStream(page));
    }

    /** Whether there are letters within. */
    private static boolean isInked(BufferedImage page, int fromX, int fromY, int toX, int toY) {
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                if (page.getRGB(x, y) != WHITE) {
                    return true;
                }
            }
        }
        return false;
    }
}
