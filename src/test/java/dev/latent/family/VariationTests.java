package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.engine.TensorEngine;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EngineTest
class VariationTests {
    private static final int PICTURES = 400;
    private static final int SIDE = 8;

    @Test
    void halfOfThePicturesAreMirroredAndTheOthersStay(NDManager manager) {
        NDArray ramp = manager.arange(4f).reshape(1, 1, 1, 4).broadcast(PICTURES, 1, 1, 4);

        float[] values = of(Augmentation.FLIP, ramp).toFloatArray();

        long mirrored = 0;
        for (int i = 0; i < PICTURES; i++) {
            float[] row = Arrays.copyOfRange(values, 4 * i, 4 * i + 4);
            assertThat(row).isIn(new float[] {0, 1, 2, 3}, new float[] {3, 2, 1, 0});
            mirrored += row[0] == 3 ? 1 : 0;
        }
        assertThat(mirrored).isBetween(150L, 250L);
    }

    @Test
    void picturesAreMovedByUpToAnEighthAndTheirEdgeGoesOn(NDManager manager) {
        NDArray rows = manager.arange((float) SIDE).reshape(1, 1, SIDE, 1).broadcast(PICTURES, 1, SIDE, SIDE);

        float[] values = of(Augmentation.SHIFT, rows).toFloatArray();

        assertThat(firstOfEach(values)).containsOnly(0, 1);
        assertThat(lastOfEach(values)).containsOnly(SIDE - 2, SIDE - 1);
    }

    private static float[] firstOfEach(float[] values) {
        return every(values, 0);
    }

    private static float[] lastOfEach(float[] values) {
        return every(values, SIDE * SIDE - 1);
    }

    private static float[] every(float[] values, int offset) {
        float[] some = new float[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            some[i] = values[i * SIDE * SIDE + offset];
        }
        return some;
    }

    @Test
    void aSquareOfHalfASideIsBlankAndCutAtTheEdges(NDManager manager) {
        NDArray ones = manager.ones(new Shape(PICTURES, 2, SIDE, SIDE));

        float[] blanks = new Variation(Set.of(Augmentation.CUTOUT))
                .of(ones, -1)
                .eq(-1)
                .toType(ai.djl.ndarray.types.DataType.FLOAT32, false)
                .sum(new int[] {2, 3})
                .toFloatArray();

        assertThat(blanks).contains(16).doesNotContain(0);
        for (int i = 0; i < blanks.length; i += 2) {
            assertThat(blanks[i]).isEqualTo(blanks[i + 1]).isBetween(1f, 25f);
        }
    }

    @Test
    void brightnessKeepsTheOrderOfPixelsAndMovesTheirMean(NDManager manager) {
        NDArray ramp = manager.arange(4f).div(4).reshape(1, 1, 1, 4).broadcast(PICTURES, 1, 1, 4);

        float[] values = of(Augmentation.BRIGHTNESS, ramp).toFloatArray();

        for (int i = 0; i < PICTURES; i++) {
            assertThat(Arrays.copyOfRange(values, 4 * i, 4 * i + 4)).isSorted();
        }
        assertThat(values[0]).isNotEqualTo(values[4]);
    }

    @ParameterizedTest
    @EnumSource(Augmentation.class)
    void aSeedDecides(Augmentation way, NDManager manager) {
        NDArray x = manager.randomUniform(0, 1, new Shape(20, 3, 6, SIDE));

        assertThat(of(way, x).toFloatArray()).isEqualTo(of(way, x).toFloatArray());
    }

    @ParameterizedTest
    @EnumSource(Augmentation.class)
    void gradientsGoThrough(Augmentation way, NDManager manager) {
        JniUtils.setGradMode(true);
        NDArray x = NativeOperations.followed(manager.randomUniform(0, 1, new Shape(20, 1, SIDE, SIDE)));

        NDArray gradient = NativeOperations.inputGradient(x, of(way, x));

        float kept = gradient.sum().getFloat() / x.size();
        assertThat(kept).isCloseTo(way == Augmentation.CUTOUT ? 0.82f : 1f, within(0.08f));
    }

    private static NDArray of(Augmentation way, NDArray x) {
        TensorEngine.seed(3);
        return new Variation(Set.of(way)).of(x, 0);
    }
}
