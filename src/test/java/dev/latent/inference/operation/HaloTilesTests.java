package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.sample.SampleShape.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HaloTilesTests {
    private static final int REACH = 2;

    @Test
    void tilesLaidTogetherAreWhatTheWholeWouldBe() {
        for (Image picture : List.of(new Image(2, 700, 1300), new Image(1, 641, 3), new Image(1, 5, 4))) {
            float[] values = random(picture.size());

            float[] tiled = new HaloTiles(picture, REACH).map(values, HaloTilesTests::blurred);

            assertThat(tiled).isEqualTo(blurred(values, picture));
        }
    }

    @Test
    void noTileIsMuchLargerThanTheOthersAndAllBeginAtEvenPlaces() {
        List<Image> tiles = new ArrayList<>();
        new HaloTiles(new Image(1, 2000, 1001), REACH).map(new float[2000 * 1001], (tile, shape) -> {
            tiles.add(shape);
            return tile;
        });

        assertThat(tiles).hasSize(8).allSatisfy(tile -> {
            assertThat(tile.height()).isLessThanOrEqualTo(512 + 2 * REACH);
            assertThat(tile.width()).isLessThanOrEqualTo(512 + 2 * REACH);
        });
    }

    @Test
    void aPictureThatFitsIsOneTile() {
        List<Image> tiles = new ArrayList<>();
        Image picture = new Image(3, 640, 512);
        new HaloTiles(picture, REACH).map(new float[picture.size()], (tile, shape) -> {
            tiles.add(shape);
            return tile;
        });

        assertThat(tiles).containsExactly(picture);
    }

    /** Sums of what lies within the reach; what is outside of the picture is 0. */
    private static float[] blurred(float[] values, Image shape) {
        float[] sums = new float[values.length];
        for (int i = 0; i < sums.length; i++) {
            int channel = i / (shape.height() * shape.width());
            int y = i / shape.width() % shape.height();
            int x = i % shape.width();
            for (int row = Math.max(0, y - REACH); row <= Math.min(shape.height() - 1, y + REACH); row++) {
                for (int column = Math.max(0, x - REACH); column <= Math.min(shape.width() - 1, x + REACH); column++) {
                    sums[i] += values[(channel * shape.height() + row) * shape.width() + column];
                }
            }
        }
        return sums;
    }

    private static float[] random(int size) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }
}
