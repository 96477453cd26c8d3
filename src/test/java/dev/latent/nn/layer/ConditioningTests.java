package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

@EngineTest
class ConditioningTests {
    @Test
    void aLabelBecomesAOneAmongZeros(NDManager manager) {
        assertThat(Conditioning.oneHot(manager.create(new long[] {2, 0}), 3).toFloatArray())
                .containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void aVectorGetsItsLabelAppended(NDManager manager) {
        NDArray x = manager.create(new float[] {7, 8, 9, 10}, new Shape(2, 2));

        assertThat(Conditioning.join(x, manager.create(new long[] {1, 0}), 2).toFloatArray())
                .containsExactly(7, 8, 0, 1, 9, 10, 1, 0);
    }

    @Test
    void anImageGetsAPlaneForEachClass(NDManager manager) {
        NDArray x = manager.full(new Shape(2, 1, 2, 2), 5);

        NDArray joined = Conditioning.join(x, manager.create(new long[] {1, 0}), 2);

        assertThat(joined.getShape()).isEqualTo(new Shape(2, 3, 2, 2));
        assertThat(joined.toFloatArray())
                .containsExactly(5, 5, 5, 5, 0, 0, 0, 0, 1, 1, 1, 1, 5, 5, 5, 5, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void sharesOfTheClassesAreJoinedAsTheyAre(NDManager manager) {
        NDArray shares = manager.create(new float[] {0.25f, 0.75f}, new Shape(1, 2));

        assertThat(Conditioning.join(manager.full(new Shape(1, 1), 7), shares, 2)
                        .toFloatArray())
                .containsExactly(7, 0.25f, 0.75f);
        assertThat(Conditioning.join(manager.full(new Shape(1, 1, 1, 1), 7), shares, 2)
                        .toFloatArray())
                .containsExactly(7, 0.25f, 0.75f);
    }
}
