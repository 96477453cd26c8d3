package dev.latent.family.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialLoss.Round;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class AdversarialLossTests {
    private static final float[] REAL = {2, -0.5f};
    private static final float[] FAKE = {-1, 0.3f};

    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.3"})
    void theDiscriminatorMinimisesTheCrossEntropyWithSmoothedLabels(double smoothing, NDManager manager) {
        double expected = 0;
        for (int i = 0; i < REAL.length; i++) {
            expected -= (1 - smoothing) * Math.log(sigmoid(REAL[i])) + smoothing * Math.log(1 - sigmoid(REAL[i]));
            expected -= Math.log(1 - sigmoid(FAKE[i]));
        }

        NDArray loss = AdversarialLoss.minimax(GeneratorLoss.NON_SATURATING, smoothing)
                .discriminatorLoss(round(manager), new LinkedHashMap<>());

        assertThat(loss.getFloat()).isCloseTo((float) expected / 2, within(1e-6f));
    }

    @Test
    void theGeneratorMinimisesMinusLogDOrLogOneMinusD(NDManager manager) {
        double nonSaturating = -Math.log(sigmoid(FAKE[0])) - Math.log(sigmoid(FAKE[1]));
        double saturating = Math.log(1 - sigmoid(FAKE[0])) + Math.log(1 - sigmoid(FAKE[1]));
        NDArray fake = manager.create(FAKE);

        assertThat(GeneratorLoss.NON_SATURATING.of(fake).getFloat())
                .isCloseTo((float) nonSaturating / 2, within(1e-6f));
        assertThat(GeneratorLoss.SATURATING.of(fake).getFloat()).isCloseTo((float) saturating / 2, within(1e-6f));
    }

    @Test
    void hugeLogitsGiveFiniteLosses(NDManager manager) {
        NDArray huge = manager.create(new float[] {-1e4f, 1e4f});
        AdversarialLoss loss = AdversarialLoss.minimax(GeneratorLoss.NON_SATURATING, 0.1);

        assertThat(loss.discriminatorLoss(new Round(huge, huge, huge, huge, x -> x), new LinkedHashMap<>())
                        .getFloat())
                .isCloseTo(1e4f, within(1f));
        assertThat(GeneratorLoss.SATURATING.of(huge).getFloat()).isCloseTo(-5e3f, within(1f));
    }

    @Test
    void leastSquaresPullRealToOneAndFakeToZero(NDManager manager) {
        AdversarialLoss loss = AdversarialLoss.leastSquares(0.1);
        double expected = 0;
        for (int i = 0; i < REAL.length; i++) {
            expected += Math.pow(REAL[i] - 0.9, 2) + Math.pow(FAKE[i], 2);
        }

        assertThat(loss.discriminatorLoss(round(manager), new LinkedHashMap<>()).getFloat())
                .isCloseTo((float) (expected / 4), within(1e-6f));
        assertThat(loss.generatorLoss(manager.create(FAKE)).getFloat())
                .isCloseTo((float) ((4 + 0.49) / 2), within(1e-6f));
    }

    private static Round round(NDManager manager) {
        NDArray real = manager.create(REAL);
        NDArray fake = manager.create(FAKE);
        return new Round(real, fake, real, fake, x -> x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
