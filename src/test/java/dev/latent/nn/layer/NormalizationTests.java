package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@EngineTest
class NormalizationTests {
    private static final Offset<Float> ROUNDING = within(1e-4f);

    @Test
    void whileTrainingABatchHasMeanZeroAndVarianceOneInEachChannel(NDManager manager) {
        Weights weights = weights(manager);
        Layer norm = Normalization.batch(weights, "n", 3, Initializer.ONES, Activation.NONE);
        weights.training(true);

        NDArray y = norm.apply(images(manager)).transpose(1, 0, 2, 3).reshape(3, -1);

        assertThat(y.mean(new int[] {1}).toFloatArray()).containsExactly(new float[3], ROUNDING);
        assertThat(y.square().mean(new int[] {1}).toFloatArray()).containsExactly(new float[] {1, 1, 1}, within(1e-3f));
    }

    @Test
    void theRunningStatisticsMoveATenthTowardsTheBatch(NDManager manager) {
        Weights weights = weights(manager);
        Layer norm = Normalization.batch(weights, "n", 2, Initializer.ONES, Activation.NONE);
        weights.training(true);

        norm.apply(manager.create(new float[] {1, 10, 3, 10}, new Shape(2, 2)));

        assertThat(weights.buffers().get("n.mean").toFloatArray()).containsExactly(new float[] {0.2f, 1}, ROUNDING);
        // 0.9 · 1 + 0.1 · the unbiased variance, 2 and 0
        assertThat(weights.buffers().get("n.variance").toFloatArray())
                .containsExactly(new float[] {1.1f, 0.9f}, ROUNDING);
    }

    @Test
    void afterTrainingTheRunningStatisticsCountAndStay(NDManager manager) {
        Weights weights = weights(manager);
        Layer norm = Normalization.batch(weights, "n", 3, Initializer.ONES, Activation.NONE);
        NDArray x = images(manager);

        assertThat(norm.apply(x).toFloatArray()).containsExactly(x.toFloatArray(), ROUNDING);
        assertThat(weights.buffers().get("n.mean").toFloatArray()).containsExactly(0, 0, 0);
    }

    @Test
    void anImageNormalizedByItselfDoesNotDependOnItsBatch(NDManager manager) {
        Layer norm = Normalization.instance(weights(manager), "n", 3, Activation.NONE);
        NDArray x = images(manager);

        NDArray y = norm.apply(x);

        assertThat(norm.apply(x.get("1:2")).toFloatArray())
                .containsExactly(y.get("1:2").toFloatArray(), ROUNDING);
        NDArray channels = y.reshape(12, -1);
        assertThat(channels.mean(new int[] {1}).toFloatArray()).containsExactly(new float[12], ROUNDING);
        assertThat(channels.square().mean(new int[] {1}).getFloat(0)).isCloseTo(1, within(1e-3f));
    }

    private static NDArray images(NDManager manager) {
        return manager.randomNormal(new Shape(4, 3, 5, 7)).mul(3).add(2);
    }

    private static Weights weights(NDManager manager) {
        return Weights.Source.drawn(manager, new SplittableRandom(1)).network();
    }
}
