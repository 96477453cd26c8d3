package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.TrainingBatch;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.posterior.DiagonalGaussian;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** −ELBO = L(x, g(z)) + λ KL(q(z given x) ‖ N(0, I)). */
@EngineTest
class NegativeElboTests {
    private static final int SEED = 5;

    @ParameterizedTest
    @CsvSource({"0", "1", "4"})
    void theKlTermHasItsWeight(double weight, NDManager manager) {
        TinyVae vae = TinyVae.ofVectors(manager, "\"klWeight\": " + weight);

        assertThat(weightOfKl(losses(vae, columns(manager), 0))).isCloseTo(weight, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2.5, 0.25", "5, 0.5", "10, 1", "30, 1"})
    void theWeightGrowsLinearlyOverTheWarmUpEpochs(double epoch, double share, NDManager manager) {
        TinyVae vae = TinyVae.ofVectors(manager, "\"klWeight\": 4, \"warmupEpochs\": 10");

        assertThat(weightOfKl(losses(vae, columns(manager), epoch))).isCloseTo(4 * share, within(1e-3));
    }

    @Test
    void theReportedKlIsTheMeanOfTheClosedForm(NDManager manager) {
        TinyVae vae = TinyVae.ofVectors(manager, "");
        NDArray x = columns(manager);
        DiagonalGaussian q = (DiagonalGaussian) vae.model().posterior(x, null);
        float[] mean = q.mean().toFloatArray();
        float[] logVariance = q.logVariance().toFloatArray();
        double expected = 0;
        for (int i = 0; i < mean.length; i++) {
            expected += (mean[i] * mean[i] + Math.exp(logVariance[i]) - 1 - logVariance[i]) / 2;
        }

        assertThat(losses(vae, x, 0).get("klDivergence"))
                .isCloseTo((float) expected / x.getShape().get(0), within(1e-4f));
    }

    @Test
    void theReconstructionIsThatOfADrawFromThePosterior(NDManager manager) {
        TinyVae vae = TinyVae.ofVectors(manager, "\"observationVariance\": 0.3");
        NDArray x = columns(manager);
        TensorEngine.seed(SEED);
        NDArray noise =
                manager.randomNormal(new Shape(x.getShape().get(0), vae.model().latentDimension()));
        NDArray z = vae.model().posterior(x, null).sample(noise);
        float[] made = vae.model().decode(z, null).toFloatArray();
        float[] sample = x.toFloatArray();
        double expected = 0;
        for (int i = 0; i < sample.length; i++) {
            expected += Math.pow(sample[i] - made[i], 2) / (2 * 0.3);
        }

        assertThat(losses(vae, x, 0).get("reconstructionLoss"))
                .isCloseTo((float) expected / x.getShape().get(0), within(1e-3f));
    }

    @Test
    void binarizedPixelsAreWhatIsEncodedAndComparedWith(NDManager manager) {
        NDArray grey = manager.randomUniform(0, 1, new Shape(4, 1, 2, 3));
        NDArray binary = manager.create(blackOrWhite(grey.toFloatArray()), grey.getShape());

        assertThat(losses(TinyVae.ofImages(manager, "\"binarization\": \"fixed\""), grey, 0))
                .isEqualTo(losses(TinyVae.ofImages(manager, ""), binary, 0));
    }

    private static float[] blackOrWhite(float[] grey) {
        float[] binary = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            binary[i] = grey[i] >= 0.5f ? 1 : 0;
        }
        return binary;
    }

    private static double weightOfKl(Map<String, Float> losses) {
        return (losses.get("loss") - losses.get("reconstructionLoss")) / losses.get("klDivergence");
    }

    private static NDArray columns(NDManager manager) {
        return manager.create(new float[] {1.5f, -2, 0.3f, 2, -1, 0.8f}, new Shape(3, 2));
    }

    private static Map<String, Float> losses(TinyVae vae, NDArray x, double epoch) {
        TensorEngine.seed(SEED);
        return vae.step().update(List.of(new TrainingBatch(x, null, null, epoch))).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, loss -> loss.getValue().getFloat()));
    }
}
