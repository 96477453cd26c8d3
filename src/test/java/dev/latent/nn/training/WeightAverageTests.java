package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Weights;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class WeightAverageTests {
    @Test
    void itFollowsTheWeightsWithADecayThatGrowsToItsOwn(NDManager manager) {
        Weights weights = weights(manager);
        WeightAverage average = new WeightAverage(weights, 0.3);
        double expected = 1;
        for (int t = 1; t <= 8; t++) {
            set(weights, t * t);
            average.update();
            double decay = Math.min(0.3, (1.0 + t) / (10.0 + t));
            expected = decay * expected + (1 - decay) * t * t;
        }

        average.exchange();

        assertThat(weights.parameters().get("w").getFloat(0)).isCloseTo((float) expected, within(1e-4f));
    }

    @Test
    void exchangedTwiceTheWeightsAreAsTheyWere(NDManager manager) {
        Weights weights = weights(manager);
        WeightAverage average = new WeightAverage(weights, 0.99);
        set(weights, 5);
        average.update();
        float[] averages = average.state().get("w").toFloatArray();

        average.exchange();
        assertThat(weights.parameters().get("w").toFloatArray()).containsExactly(averages);
        average.exchange();

        assertThat(weights.parameters().get("w").toFloatArray()).containsOnly(5);
        assertThat(average.state().get("w").toFloatArray()).containsExactly(averages);
    }

    @Test
    void runningStatisticsAreAveragedAsWell(NDManager manager) {
        Weights weights = weights(manager);

        assertThat(new WeightAverage(weights, 0.9).state()).containsOnlyKeys("w", "mean", "updates");
    }

    private static Weights weights(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        weights.parameter("w", new Shape(2), Initializer.ONES);
        weights.buffer("mean", new Shape(2), 0);
        return weights;
    }

    private static void set(Weights weights, float value) {
        NDArray w = weights.parameters().get("w");
        NativeOperations.copy(w.getManager().full(new Shape(2), value), w);
    }
}
