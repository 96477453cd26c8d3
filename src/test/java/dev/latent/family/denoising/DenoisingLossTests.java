package dev.latent.family.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** ‖r(x̃) − t‖², the target t being x, x̃ or a second corruption of x. */
@EngineTest
class DenoisingLossTests {
    private static final DataShape DATA = new DataShape(new SampleShape.Image(1, 2, 3), 0);
    private static final Corruption NOISE = Corruption.of(Kind.GAUSSIAN, 0.7);
    private static final int SEED = 5;

    @Test
    void cleanComparesWithTheSampleItself(NDManager manager) {
        Denoising denoising = new Denoising(manager, "clean");

        denoising.comparesWith(denoising.x);
    }

    @Test
    void corruptedComparesWithWhatTheNetworkSees(NDManager manager) {
        Denoising denoising = new Denoising(manager, "corrupted");

        denoising.comparesWith(denoising.seen);
    }

    @Test
    void independentComparesWithASecondCorruptionThatIsNotClipped(NDManager manager) {
        Denoising denoising = new Denoising(manager, "independent");

        denoising.comparesWith(denoising.second);
    }

    @Test
    void everyBatchIsCorruptedAnew(NDManager manager) {
        Denoising denoising = new Denoising(manager, "clean");
        TrainingStep step = denoising.step();

        assertThat(denoising.loss(step)).isNotCloseTo(denoising.loss(step), within(1e-3f));
    }

    /** A denoiser that learns next to nothing, a batch, and the two corruptions of it that the engine's generator gives first. */
    private static final class Denoising {
        private final DenoisingAutoencoder family = new DenoisingAutoencoder();
        private final DenoisingHyperparameters hyperparameters;
        private final Denoiser model;
        private final NDArray x;
        private final NDArray seen;
        private final NDArray second;

        Denoising(NDManager manager, String target) {
            hyperparameters = HyperparameterBinding.bind(
                    family, DATA, Json.MAPPER.readTree("""
                    {"architecture": "mlp", "hiddenUnits": [8], "latentDim": 3, "learningRate": 1e-9, "target": "%s",
                     "corruptions": [{"kind": "gaussian", "level": %s}]}
                    """.formatted(target, NOISE.level())));
            model = (Denoiser)
                    family.build(hyperparameters, DATA, Weights.Source.drawn(manager, new SplittableRandom(1)));
            x = manager.randomUniform(0, 1, new Shape(4, 1, 2, 3));
            TensorEngine.seed(SEED);
            seen = Range.PIXELS.clip(NOISE.apply(x, Range.PIXELS, Noise.ENGINE));
            second = NOISE.apply(x, Range.PIXELS, Noise.ENGINE);
        }

        void comparesWith(NDArray target) {
            float expected = squaredError(model.denoise(seen).toFloatArray(), target.toFloatArray());

            TensorEngine.seed(SEED);
            assertThat(loss(step())).isCloseTo(expected, within(1e-5f));
        }

        TrainingStep step() {
            return family.trainingStep(model, hyperparameters, DATA);
        }

        float loss(TrainingStep step) {
            return step.update(List.of(new TrainingBatch(x, null, null, 0)))
                    .get("loss")
                    .getFloat();
        }
    }

    private static float squaredError(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[i], 2);
        }
        return (float) sum / 4;
    }
}
