package dev.latent.family.wgan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.SmallModel;
import dev.latent.family.TrainingBatch;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;
import org.junit.jupiter.api.Test;

@EngineTest
class ClippedCriticTests {
    @Test
    void aStepLeavesTheCriticsWeightsWithinTheBoundAndTheGeneratorsAsTheyAre(NDManager manager) {
        SmallModel small = SmallModel.of(
                manager,
                "wgan",
                new SampleShape.Vector(2),
                "{\"lipschitz\": \"clip\", \"clipValue\": 0.02, \"criticSteps\": 1}");
        WganNetworks networks = (WganNetworks) small.model();

        NDArray x = manager.randomNormal(new Shape(8, 2));
        small.step().update(List.of(new TrainingBatch(x, null, null, 0)));

        assertThat(largest(networks.discriminatorWeights())).isEqualTo(0.02f);
        assertThat(largest(networks.generatorWeights())).isGreaterThan(0.1f);
    }

    @Test
    void withTheGradientPenaltyNothingIsClipped(NDManager manager) {
        SmallModel small =
                SmallModel.of(manager, "wgan", new SampleShape.Vector(2), "{\"clipValue\": 0.02, \"criticSteps\": 1}");

        NDArray x = manager.randomNormal(new Shape(8, 2));
        small.step().update(List.of(new TrainingBatch(x, null, null, 0)));

        assertThat(largest(((WganNetworks) small.model()).discriminatorWeights()))
                .isGreaterThan(0.1f);
    }

    private static float largest(Weights weights) {
        return (float) weights.parameters().values().stream()
                .mapToDouble(weight -> weight.abs().max().getFloat())
                .max()
                .orElseThrow();
    }
}
