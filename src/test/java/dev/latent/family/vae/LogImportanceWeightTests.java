package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.posterior.DiagonalGaussian;
import dev.latent.nn.posterior.FullGaussian;
import org.junit.jupiter.api.Test;

/** log p(x given z) + log p(z) − log q(z given x), with densities written out in double precision. */
@EngineTest
class LogImportanceWeightTests {
    private static final int SAMPLES = 2;
    private static final int DRAWS = 3;
    private static final float[] NOISE = {0.3f, -1.1f, 1.7f, 0.2f, -0.6f, 0.9f, 2.1f, -0.4f, 0, 0.5f, -1.3f, -0.8f};

    @Test
    void ofBernoulliPixelsAndADiagonalCovariance(NDManager manager) {
        VaeModel model =
                TinyVae.ofImages(manager, "\"binarization\": \"fixed\"").model();
        float[][] x = {{1, 0, 0, 1, 1, 0}, {0, 0, 1, 0, 1, 1}};
        NDArray batch = manager.create(x).reshape(SAMPLES, 1, 2, 3);
        DiagonalGaussian q = (DiagonalGaussian) model.posterior(batch, null);
        float[] expected = new float[SAMPLES * DRAWS];
        for (int i = 0; i < expected.length; i++) {
            int sample = i / DRAWS;
            double[] mean = doubles(q.mean().get(sample));
            double[] logVariance = doubles(q.logVariance().get(sample));
            double[] z = new double[2];
            double logQ = 0;
            for (int j = 0; j < 2; j++) {
                z[j] = mean[j] + Math.exp(logVariance[j] / 2) * NOISE[2 * i + j];
                logQ += logNormal(z[j], mean[j], Math.exp(logVariance[j]));
            }
            double logLikelihood = 0;
            double[] probabilities = doubles(decoded(model, manager, z));
            for (int j = 0; j < probabilities.length; j++) {
                logLikelihood += Math.log(x[sample][j] == 1 ? probabilities[j] : 1 - probabilities[j]);
            }
            expected[i] = (float) (logLikelihood + logNormal(z[0], 0, 1) + logNormal(z[1], 0, 1) - logQ);
        }

        assertThat(model.logImportanceWeight(batch, null, noise(manager)).toFloatArray())
                .containsExactly(expected, within(1e-4f));
    }

    @Test
    void ofColumnsAndAFullCovariance(NDManager manager) {
        double variance = 0.3;
        VaeModel model = TinyVae.ofVectors(manager, "\"covariance\": \"full\", \"observationVariance\": " + variance)
                .model();
        float[][] x = {{0.7f, -1.2f}, {-0.4f, 1.9f}};
        FullGaussian q = (FullGaussian) model.posterior(manager.create(x), null);
        float[] expected = new float[SAMPLES * DRAWS];
        for (int i = 0; i < expected.length; i++) {
            int sample = i / DRAWS;
            double[] mean = doubles(q.mean().get(sample));
            double[] factor = doubles(q.factor().get(sample));
            double[] fromMean = {factor[0] * NOISE[2 * i], factor[2] * NOISE[2 * i] + factor[3] * NOISE[2 * i + 1]};
            double[] z = {mean[0] + fromMean[0], mean[1] + fromMean[1]};
            double[] columns = doubles(decoded(model, manager, z));
            double logLikelihood =
                    logNormal(x[sample][0], columns[0], variance) + logNormal(x[sample][1], columns[1], variance);
            double logPrior = logNormal(z[0], 0, 1) + logNormal(z[1], 0, 1);
            expected[i] = (float) (logLikelihood + logPrior - logNormal(fromMean, covariance(factor)));
        }

        assertThat(model.logImportanceWeight(manager.create(x), null, noise(manager))
                        .toFloatArray())
                .containsExactly(expected, within(1e-3f));
    }

    private static NDArray noise(NDManager manager) {
        return manager.create(NOISE, new Shape(SAMPLES * DRAWS, 2));
    }

    private static NDArray decoded(VaeModel model, NDManager manager, double[] z) {
        return model.decode(manager.create(new float[] {(float) z[0], (float) z[1]}, new Shape(1, 2)), null);
    }

    private static double logNormal(double x, double mean, double variance) {
        return -Math.pow(x - mean, 2) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2;
    }

    /** −½ (dᵀΣ⁻¹d + log det Σ) − log 2π. */
    private static double logNormal(double[] d, double[] covariance) {
        double a = covariance[0];
        double b = covariance[1];
        double c = covariance[2];
        double determinant = a * c - b * b;
        double distance = (c * d[0] * d[0] - 2 * b * d[0] * d[1] + a * d[1] * d[1]) / determinant;
        return -(distance + Math.log(determinant)) / 2 - Math.log(2 * Math.PI);
    }

    /** Σ₁₁, Σ₁₂ and Σ₂₂ of LLᵀ. */
    private static double[] covariance(double[] factor) {
        return new double[] {factor[0] * factor[0], factor[0] * factor[2], factor[2] * factor[2] + factor[3] * factor[3]
        };
    }

    private static double[] doubles(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
