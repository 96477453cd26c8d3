package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.latent.EngineTest;
import dev.latent.corruption.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** On x = z + ε with z, ε ~ N(0,1), so that x ~ N(0, 2) and the posterior is N(x/2, 1/2). */
@EngineTest
class ImportanceSamplingTests {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private static final float[][] X = {{0}, {1}, {-2}};

    @Test
    void drawnFromTheExactPosteriorOneDrawGivesTheLikelihood(NDManager manager) {
        double[] found = estimate(manager, 1, Math.sqrt(0.5));

        assertThat(found).containsExactly(exact(), within(1e-5));
    }

    @Test
    void drawnFromAnotherPosteriorItComesNearWithManyDraws(NDManager manager) {
        double[] found = estimate(manager, 10_000, 1);

        assertThat(found).containsExactly(exact(), within(0.05));
    }

    @Test
    void oneDrawFromAnotherPosteriorBoundsItFromAbove(NDManager manager) {
        NDArray zeros = Points.normal(manager, 20_000, 0);

        double[] found = new ImportanceSampling(1, 1)
                .negativeLogLikelihoods(zeros, null, (samples, y, noise) -> logWeight(samples, noise, 1), Noise.ENGINE);

        // the exact value and KL(N(0,1) ‖ N(0,½)) = ½ (2 − 1 − log 2)
        double bound = 0.5 * (LOG_2_PI + Math.log(2)) + 0.5 * (1 - Math.log(2));
        assertThat(org.apache.commons.math3.stat.StatUtils.mean(found)).isCloseTo(bound, within(0.02));
    }

    /** x = y + z + ε, so that x − y is what x was. */
    @Test
    void eachSamplesLikelihoodIsGivenItsOwnLabel(NDManager manager) {
        NDArray y = manager.create(new long[] {5, -3, 40});
        NDArray x = manager.create(X).add(y.toType(DataType.FLOAT32, false).expandDims(1));

        double[] found = new ImportanceSampling(1000, 1)
                .negativeLogLikelihoods(
                        x,
                        y,
                        (samples, labels, noise) -> logWeight(
                                samples.sub(
                                        labels.toType(DataType.FLOAT32, false).expandDims(1)),
                                noise,
                                Math.sqrt(0.5)),
                        Noise.ENGINE);

        assertThat(found).containsExactly(exact(), within(1e-5));
    }

    private static double[] estimate(NDManager manager, int draws, double deviation) {
        return new ImportanceSampling(draws, 1)
                .negativeLogLikelihoods(
                        manager.create(X),
                        null,
                        (samples, y, noise) -> logWeight(samples, noise, deviation),
                        Noise.ENGINE);
    }

    /** log p(x given z) + log p(z) − log q(z given x), with q = N(x/2, deviation²). */
    private static NDArray logWeight(NDArray samples, NDArray noise, double deviation) {
        NDArray x =
                samples.repeat(0, noise.getShape().get(0) / samples.getShape().get(0));
        NDArray z = x.div(2).add(noise.mul(deviation));
        NDArray logJoint = x.sub(z).square().add(z.square()).div(-2).sub(LOG_2_PI);
        NDArray logPosterior = noise.square().div(-2).sub(0.5 * LOG_2_PI).sub(Math.log(deviation));
        return logJoint.sub(logPosterior).squeeze(1);
    }

    private static double[] exact() {
        return Arrays.stream(X)
                .mapToDouble(x -> x[0] * x[0] / 4 + 0.5 * (LOG_2_PI + Math.log(2)))
                .toArray();
    }
}
