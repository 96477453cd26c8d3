package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.sample.SampleShape.Image;
import org.junit.jupiter.api.Test;

class TilesTests {
    @Test
    void whatIsCutAndJoinedIsTheImageAgain() {
        Tiles tiles = new Tiles(new Image(3, 8, 6), new Image(3, 21, 17));
        float[] image = ramp(3 * 21 * 17);

        float[] joined = tiles.join(tiles.cut(image));

        for (int i = 0; i < image.length; i++) {
            assertThat(joined[i]).isCloseTo(image[i], within(1e-3f));
        }
    }

    @Test
    void anImageOfTheTilesSizeIsOneTile() {
        assertThat(new Tiles(new Image(1, 28, 28), new Image(1, 28, 28)).count())
                .isEqualTo(1);
    }

    @Test
    void anImageOnePixelLargerTakesTwoTiles() {
        assertThat(new Tiles(new Image(1, 28, 28), new Image(1, 28, 29)).count())
                .isEqualTo(2);
    }

    @Test
    void neighboursOverlapByHalf() {
        assertThat(new Tiles(new Image(1, 28, 28), new Image(1, 28, 56)).count())
                .isEqualTo(3);
    }

    /** A constant in each tile that differs from its neighbour's must change slowly, pixel by pixel. */
    @Test
    void noSeamIsLeftBetweenTilesThatDisagree() {
        Tiles tiles = new Tiles(new Image(1, 1, 28), new Image(1, 1, 56));
        float[] constants = new float[3 * 28];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = i / 28;
        }

        float[] joined = tiles.join(constants);

        for (int x = 1; x < joined.length; x++) {
            assertThat(Math.abs(joined[x] - joined[x - 1])).isLessThan(0.15f);
        }
    }

    private static float[] ramp(int length) {
        float[] ramp = new float[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = i % 97;
        }
        return ramp;
    }
}
