package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.UnpairedNetworks;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the generators of each unpaired family minimize, worked out from the networks before the step. */
@EngineTest
class UnpairedFamiliesTests {
    private static final SampleShape SHAPE = new SampleShape.Image(1, 8, 8);
    private static final Offset<Float> ROUNDING = within(1e-3f);

    @Test
    void cycleGanHasLeastSquaresAndMeanAbsoluteDistances(NDManager manager) {
        SmallModel small = SmallModel.of(manager, "cyclegan", SHAPE, "{\"cycleWeight\": 3, \"identityWeight\": 2}");
        UnpairedNetworks networks = (UnpairedNetworks) small.model();
        TrainingBatch batch = batch(manager);
        NDArray a = networks.inside(batch.x());
        NDArray b = networks.inside(batch.otherX());
        float adversarial = leastSquares(networks.discriminateA(networks.toA(b)))
                + leastSquares(networks.discriminateB(networks.toB(a)));
        float cycle = meanAbsolute(networks.toA(networks.toB(a)), a) + meanAbsolute(networks.toB(networks.toA(b)), b);
        float identity = meanAbsolute(networks.toA(a), a) + meanAbsolute(networks.toB(b), b);

        Map<String, NDArray> losses = small.step().update(List.of(batch));

        assertThat(losses.get("cycleConsistencyLoss").getFloat()).isCloseTo(cycle, ROUNDING);
        assertThat(losses.get("identityLoss").getFloat()).isCloseTo(identity, ROUNDING);
        assertThat(losses.get("generatorLoss").getFloat()).isCloseTo(adversarial + 3 * cycle + 2 * identity, ROUNDING);
    }

    @Test
    void discoGanHasCrossEntropyAndMeanSquaredDistances(NDManager manager) {
        SmallModel small = SmallModel.of(manager, "discogan", SHAPE, "{\"reconstructionWeight\": 3}");
        UnpairedNetworks networks = (UnpairedNetworks) small.model();
        TrainingBatch batch = batch(manager);
        NDArray a = networks.inside(batch.x());
        NDArray b = networks.inside(batch.otherX());
        float adversarial = crossEntropy(networks.discriminateA(networks.toA(b)))
                + crossEntropy(networks.discriminateB(networks.toB(a)));
        float reconstruction =
                meanSquare(networks.toA(networks.toB(a)), a) + meanSquare(networks.toB(networks.toA(b)), b);

        Map<String, NDArray> losses = small.step().update(List.of(batch));

        assertThat(losses).doesNotContainKey("identityLoss");
        assertThat(losses.get("reconstructionLoss").getFloat()).isCloseTo(reconstruction, ROUNDING);
        assertThat(losses.get("generatorLoss").getFloat()).isCloseTo(adversarial + 3 * reconstruction, ROUNDING);
    }

    private static TrainingBatch batch(NDManager manager) {
        Shape shape = new Shape(4, 1, 8, 8);
        return new TrainingBatch(manager.randomUniform(0, 0.5f, shape), null, manager.randomUniform(0.5f, 1, shape), 0);
    }

    private static float leastSquares(NDArray logits) {
        double sum = 0;
        float[] values = SmallModel.rows(logits);
        for (float logit : values) {
            sum += Math.pow(logit - 1, 2);
        }
        return (float) sum / values.length;
    }

    private static float crossEntropy(NDArray logits) {
        double sum = 0;
        float[] values = SmallModel.rows(logits);
        for (float logit : values) {
            sum += Math.log(1 + Math.exp(-logit));
        }
        return (float) sum / values.length;
    }

    private static float meanAbsolute(NDArray x, NDArray y) {
        return meanPower(x, y, 1);
    }

    private static float meanSquare(NDArray x, NDArray y) {
        return meanPower(x, y, 2);
    }

    private static float meanPower(NDArray x, NDArray y, int power) {
        double sum = 0;
        float[] xs = SmallModel.rows(x);
        float[] ys = SmallModel.rows(y);
        for (int i = 0; i < xs.length; i++) {
            sum += Math.pow(Math.abs(xs[i] - ys[i]), power);
        }
        return (float) sum / xs.length;
    }
}
