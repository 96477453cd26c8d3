package dev.latent.family.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.Variation;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Surroundings;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class BlindSpotTests {
    private static final DataShape DATA = new DataShape(new SampleShape.Image(1, 64, 64), 0);
    private static final int STEPS = 200;

    private final DenoisingAutoencoder family = new DenoisingAutoencoder();

    @Test
    void noiseIsRemovedThatNoCleanPictureWasSeenWithout(NDManager manager) {
        DenoisingHyperparameters h = hyperparameters("residual");
        ResidualDenoiser model =
                (ResidualDenoiser) family.build(h, DATA, Weights.Source.drawn(manager, new SplittableRandom(1)));
        TrainingStep step = family.trainingStep(model, h, DATA);
        for (int i = 0; i < STEPS; i++) {
            TensorEngine.seed(i);
            step.update(List.of(new TrainingBatch(noisy(manager), null, null, 0, i / (double) STEPS, Variation.NONE)));
        }
        model.networks().values().forEach(weights -> weights.training(false));

        NDArray noisy = noisy(manager);

        assertThat(model.learnedFromNoisy()).isTrue();
        assertThat(model.levels()).isNull();
        assertThat(distance(model.denoise(noisy))).isLessThan(0.6f * distance(noisy));
    }

    @Test
    void networksWithACodeHaveNoBlindSpot() {
        assertThatThrownBy(() -> hyperparameters("conv")).isInstanceOf(InvalidHyperparameters.class);
    }

    @Test
    void aHiddenPixelIsTheMeanOfItsNeighbours(NDManager manager) {
        NDArray x = manager.create(new float[] {1, 2, 3, 4, 100, 6, 7, 8, 9}, new Shape(1, 1, 3, 3));
        NDArray hidden = manager.create(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0}, new Shape(1, 1, 3, 3));

        assertThat(Surroundings.inPlaceOf(hidden, x).toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private DenoisingHyperparameters hyperparameters(String architecture) {
        return HyperparameterBinding.bind(family, DATA, Json.MAPPER.readTree("""
                {"architecture": "%s", "channels": 8, "blocks": 1, "target": "blind-spot"}
                """.formatted(architecture)));
    }

    /** Each picture of one grey. */
    private static NDArray noisy(NDManager manager) {
        NDArray grey = manager.full(new Shape(8, 1, 24, 24), 0.5f);
        return grey.add(manager.randomNormal(grey.getShape()).mul(0.1f));
    }

    private static float distance(NDArray pictures) {
        return (float) Math.sqrt(pictures.sub(0.5f).square().mean().getFloat());
    }
}
