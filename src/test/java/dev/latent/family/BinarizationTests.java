package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.corruption.Noise;
import org.junit.jupiter.api.Test;

@EngineTest
class BinarizationTests {
    private static final float[] GREY = {0, 0.2f, 0.49f, 0.5f, 0.7f, 1};
    private static final int DRAWS = 20_000;

    @Test
    void dynamicDrawsHaveThePixelsValueAsTheirMean(NDManager manager) {
        NDArray many = manager.create(GREY).broadcast(new Shape(DRAWS, GREY.length));

        NDArray drawn = Binarization.DYNAMIC.apply(many, Noise.ENGINE);

        assertThat(drawn.toFloatArray()).containsOnly(0, 1);
        assertThat(drawn.mean(new int[] {0}).toFloatArray()).containsExactly(GREY, within(0.015f));
    }

    @Test
    void dynamicDrawsAreNewEachTime(NDManager manager) {
        NDArray x = manager.full(new Shape(100), 0.5f);

        assertThat(Binarization.DYNAMIC.apply(x, Noise.ENGINE).toFloatArray())
                .isNotEqualTo(Binarization.DYNAMIC.apply(x, Noise.ENGINE).toFloatArray());
    }

    @Test
    void fixedPixelsAreOneFromOneHalfOn(NDManager manager) {
        assertThat(Binarization.FIXED.apply(manager.create(GREY), Noise.ENGINE).toFloatArray())
                .containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void withNoneGreyPixelsStayGrey(NDManager manager) {
        assertThat(Binarization.NONE.apply(manager.create(GREY), Noise.ENGINE).toFloatArray())
                .containsExactly(GREY);
    }
}
