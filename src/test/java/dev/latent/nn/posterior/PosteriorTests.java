package dev.latent.nn.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@EngineTest
class PosteriorTests {
    private static final int DRAWS = 200_000;
    private static final Offset<Float> SAMPLING_ERROR = within(0.02f);
    private static final Offset<Float> ROUNDING = within(1e-5f);

    @Test
    void theDiagonalKlIsTheMeanLogRatioOfTheDensities(NDManager manager) {
        NDArray parameters = manager.create(new float[] {0.5f, -1, 0.3f, -0.7f, 0.4f, 0}, new Shape(1, 6));

        assertThat(DiagonalGaussian.of(parameters).kl().getFloat())
                .isCloseTo(meanLogRatio(DiagonalGaussian.of(repeated(parameters))), SAMPLING_ERROR);
    }

    @Test
    void theFullKlIsTheMeanLogRatioOfTheDensities(NDManager manager) {
        NDArray parameters = manager.create(new float[] {0.5f, -1, -0.2f, 9, 0.8f, 0.3f}, new Shape(1, 6));

        assertThat(FullGaussian.of(parameters, 2).kl().getFloat())
                .isCloseTo(meanLogRatio(FullGaussian.of(repeated(parameters), 2)), SAMPLING_ERROR);
    }

    @Test
    void thePriorHasNoKl(NDManager manager) {
        assertThat(DiagonalGaussian.of(manager.zeros(new Shape(1, 6))).kl().getFloat())
                .isZero();
        assertThat(FullGaussian.of(manager.zeros(new Shape(1, 6)), 2).kl().getFloat())
                .isZero();
    }

    @Test
    void theKlOfABatchIsTheMeanOverItsSamples(NDManager manager) {
        NDArray parameters = manager.create(new float[] {0.5f, -1, 0.3f, -0.7f, 2, 0, -0.4f, 0.1f}, new Shape(2, 4));
        float first = DiagonalGaussian.of(parameters.get("0:1")).kl().getFloat();
        float second = DiagonalGaussian.of(parameters.get("1:2")).kl().getFloat();

        assertThat(DiagonalGaussian.of(parameters).kl().getFloat()).isCloseTo((first + second) / 2, ROUNDING);
    }

    @Test
    void aFullCovarianceWithoutCorrelationIsADiagonalOne(NDManager manager) {
        NDArray diagonal = manager.create(new float[] {0.5f, -1, 0.6f, -0.4f}, new Shape(1, 4));
        NDArray full = manager.create(new float[] {0.5f, -1, 0.3f, 0, 0, -0.2f}, new Shape(1, 6));

        assertThat(FullGaussian.of(full, 2).kl().getFloat())
                .isCloseTo(DiagonalGaussian.of(diagonal).kl().getFloat(), ROUNDING);
        assertThat(FullGaussian.of(full, 2).logVariance().toFloatArray())
                .containsExactly(new float[] {0.6f, -0.4f}, ROUNDING);
    }

    @Test
    void drawsHaveTheCovarianceOfTheFactor(NDManager manager) {
        NDArray parameters = manager.create(new float[] {1, 2, 0.1f, 9, 0.7f, -0.3f}, new Shape(1, 6));
        Posterior posterior = FullGaussian.of(repeated(parameters), 2);

        NDArray centred = posterior.sample(noise(manager)).sub(posterior.mode());
        float[] covariance = centred.transpose().dot(centred).div(DRAWS).toFloatArray();

        double a = Math.exp(0.1);
        double b = 0.7;
        double c = Math.exp(-0.3);
        assertThat(covariance)
                .containsExactly(
                        new float[] {(float) (a * a), (float) (a * b), (float) (a * b), (float) (b * b + c * c)},
                        SAMPLING_ERROR);
    }

    @Test
    void theDensityOfADrawIsTheNormalDensity(NDManager manager) {
        Posterior posterior = DiagonalGaussian.of(manager.create(new float[] {1, 0.5f}, new Shape(1, 2)));
        NDArray noise = manager.create(new float[] {0.7f}, new Shape(1, 1));
        double z = posterior.sample(noise).getFloat(0);

        double variance = Math.exp(0.5);
        assertThat(posterior.logDensity(noise).getFloat(0))
                .isCloseTo(
                        (float) (-0.5 * (z - 1) * (z - 1) / variance - 0.5 * Math.log(2 * Math.PI * variance)),
                        ROUNDING);
    }

    private static NDArray repeated(NDArray parameters) {
        return parameters.broadcast(DRAWS, parameters.getShape().get(1));
    }

    private static NDArray noise(NDManager manager) {
        return manager.randomNormal(new Shape(DRAWS, 2));
    }

    /** E log q(z) − log p(z) over draws of q. */
    private static float meanLogRatio(Posterior posterior) {
        NDArray mode = posterior.mode();
        NDArray noise = mode.getManager().randomNormal(mode.getShape());
        NDArray z = posterior.sample(noise);
        NDArray logPrior =
                z.square().add((float) Math.log(2 * Math.PI)).sum(new int[] {1}).mul(-0.5f);
        return posterior.logDensity(noise).sub(logPrior).mean().getFloat();
    }
}
