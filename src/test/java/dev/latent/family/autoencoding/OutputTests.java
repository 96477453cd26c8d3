package dev.latent.family.autoencoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngineTest
class OutputTests {
    private static final float[][] LOGITS = {{0.3f, -1.2f, 2}, {-0.4f, 0.9f, -3}};
    private static final float[][] BITS = {{1, 0, 1}, {1, 1, 0}};
    private static final float[][] COLUMNS = {{-1, 0.5f, 2.5f}, {3, 0.1f, -2}};
    private static final Offset<Float> ROUNDING = within(1e-5f);

    @ParameterizedTest
    @CsvSource({"0.05", "0.5", "2"})
    void aGaussianLossIsTheSquaredDistanceOverTwiceTheVariance(double variance, NDManager manager) {
        double expected = (squaredDistance(0) + squaredDistance(1)) / 2 / (2 * variance);

        assertThat(gaussian(variance)
                        .loss(manager.create(LOGITS), manager.create(COLUMNS))
                        .getFloat())
                .isCloseTo((float) expected, within(1e-6f * (float) expected));
    }

    @Test
    void withVarianceOneHalfTheGaussianLossIsTheSquaredError(NDManager manager) {
        NDArray logits = manager.create(LOGITS);
        NDArray target = manager.create(COLUMNS);

        assertThat(gaussian(0.5).loss(logits, target).getFloat())
                .isEqualTo(new Output(Reconstruction.SQUARED_ERROR, false, 9)
                        .loss(logits, target)
                        .getFloat());
    }

    @Test
    void ofImagesTheSigmoidIsCompared(NDManager manager) {
        NDArray logits = manager.create(new float[] {0, (float) Math.log(3)}, new Shape(1, 1, 1, 2));
        NDArray target = manager.create(new float[] {1, 0}, new Shape(1, 1, 1, 2));

        assertThat(new Output(Reconstruction.SQUARED_ERROR, true, 1)
                        .loss(logits, target)
                        .getFloat())
                .isCloseTo(0.25f + 0.5625f, ROUNDING);
    }

    @Test
    void theBernoulliLikelihoodIsTheProductOfThePixels(NDManager manager) {
        Output output = new Output(Reconstruction.BERNOULLI, true, 1);
        float[] expected = new float[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                double p = 1 / (1 + Math.exp(-LOGITS[i][j]));
                expected[i] += (float) Math.log(BITS[i][j] == 1 ? p : 1 - p);
            }
        }

        assertThat(output.logLikelihood(manager.create(LOGITS), manager.create(BITS))
                        .toFloatArray())
                .containsExactly(expected, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"0.05", "2"})
    void theGaussianLikelihoodIsANormalDensity(double variance, NDManager manager) {
        assertThat(gaussian(variance)
                        .logLikelihood(manager.create(LOGITS), manager.create(COLUMNS))
                        .toFloatArray())
                .containsExactly(normalDensities(variance), within(1e-4f));
    }

    @Test
    void squaredErrorsLikelihoodIsTheNormalOneWithVarianceOneHalf(NDManager manager) {
        assertThat(new Output(Reconstruction.SQUARED_ERROR, false, 9)
                        .logLikelihood(manager.create(LOGITS), manager.create(COLUMNS))
                        .toFloatArray())
                .containsExactly(normalDensities(0.5), ROUNDING);
    }

    private static Output gaussian(double variance) {
        return new Output(Reconstruction.GAUSSIAN, false, variance);
    }

    private static float[] normalDensities(double variance) {
        float[] densities = new float[2];
        for (int i = 0; i < 2; i++) {
            densities[i] = (float) (-squaredDistance(i) / (2 * variance) - 1.5 * Math.log(2 * Math.PI * variance));
        }
        return densities;
    }

    private static double squaredDistance(int sample) {
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            sum += Math.pow(LOGITS[sample][j] - COLUMNS[sample][j], 2);
        }
        return sum;
    }
}
