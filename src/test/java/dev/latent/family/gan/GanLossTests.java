package dev.latent.family.gan;

import static dev.latent.family.adversarial.JudgedSamples.discriminatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.generatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.overFake;
import static dev.latent.family.adversarial.JudgedSamples.overReal;
import static dev.latent.family.adversarial.JudgedSamples.sigmoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialLoss;
import dev.latent.family.adversarial.GeneratorLoss;
import dev.latent.family.adversarial.MinimaxHyperparameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class GanLossTests {
    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.3"})
    void theDiscriminatorMinimizesTheCrossEntropyWithSmoothedLabels(double s, NDManager manager) {
        double expected = overReal(l -> -(1 - s) * Math.log(sigmoid(l)) - s * Math.log(1 - sigmoid(l)))
                + overFake(l -> -Math.log(1 - sigmoid(l)));

        assertThat(discriminatorLoss(loss(GeneratorLoss.NON_SATURATING, s), manager))
                .isCloseTo((float) expected, within(1e-6f));
    }

    @Test
    void theGeneratorMinimizesMinusLogDOrLogOneMinusD(NDManager manager) {
        assertThat(generatorLoss(loss(GeneratorLoss.NON_SATURATING, 0), manager))
                .isCloseTo(overFake(l -> -Math.log(sigmoid(l))), within(1e-6f));
        assertThat(generatorLoss(loss(GeneratorLoss.SATURATING, 0), manager))
                .isCloseTo(overFake(l -> Math.log(1 - sigmoid(l))), within(1e-6f));
    }

    @Test
    void hugeLogitsGiveFiniteLosses(NDManager manager) {
        NDArray huge = manager.create(new float[] {-1e4f, 1e4f});

        assertThat(discriminatorLoss(loss(GeneratorLoss.NON_SATURATING, 0.1), huge, huge))
                .isCloseTo(1e4f, within(1f));
        assertThat(loss(GeneratorLoss.SATURATING, 0).generatorLoss(huge).getFloat())
                .isCloseTo(-5e3f, within(1f));
    }

    private static AdversarialLoss loss(GeneratorLoss generatorLoss, double smoothing) {
        return Gan.loss(new MinimaxHyperparameters(generatorLoss, 1, smoothing, false));
    }
}
