package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class LossesTests {
    @ParameterizedTest
    @CsvSource({"-100, 0", "-100, 1", "-100, 0.3", "100, 0", "100, 1", "100, 0.3", "0, 0.5", "-3, 0.9", "1e-4, 0.2"})
    void crossEntropyOfPixelsAgreesWithDoublePrecision(double logit, double x, NDManager manager) {
        NDArray logits = manager.create(new float[] {(float) logit}, new Shape(1, 1));
        NDArray pixels = manager.create(new float[] {(float) x}, new Shape(1, 1));

        double expected = softplus(logit) - x * logit;
        assertThat((double) Losses.bernoulliCrossEntropy(logits, pixels).getFloat())
                .isCloseTo(expected, within(1e-5 * Math.max(1, expected)));
    }

    @ParameterizedTest
    @CsvSource({"-100", "-20", "-1", "0", "0.5", "19", "21", "100"})
    void softplusAgreesWithDoublePrecision(double x, NDManager manager) {
        double expected = softplus(x);
        assertThat((double)
                        Losses.softplus(manager.create(new float[] {(float) x})).getFloat())
                .isCloseTo(expected, within(1e-6 * Math.max(1e-6, expected)));
    }

    @Test
    void crossEntropyOfClassesIsTheNegativeLogOfTheSoftmax(NDManager manager) {
        NDArray logits = manager.create(new float[] {100, -100, 0, 1, 2, 3}, new Shape(2, 3));
        NDArray labels = manager.create(new long[] {1, 2});

        double second = Math.log(Math.exp(1 - 3) + Math.exp(2 - 3) + 1);
        assertThat(Losses.crossEntropy(logits, labels).getFloat())
                .isCloseTo((float) ((200 + second) / 2), within(1e-4f));
    }

    @Test
    void squaredErrorIsSummedOverASampleAndAveragedOverSamples(NDManager manager) {
        NDArray y = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
        NDArray x = manager.create(new float[] {0, 2, 1, 1}, new Shape(2, 2));

        assertThat(Losses.squaredError(y, x).getFloat()).isEqualTo((1 + 4 + 9) / 2f);
    }

    @Test
    void crossEntropyOfPixelsIsSummedOverASampleAndAveragedOverSamples(NDManager manager) {
        NDArray logits = manager.zeros(new Shape(4, 3));

        assertThat(Losses.bernoulliCrossEntropy(logits, manager.ones(new Shape(4, 3)))
                        .getFloat())
                .isCloseTo((float) (3 * Math.log(2)), within(1e-6f));
    }

    /** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|). */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
