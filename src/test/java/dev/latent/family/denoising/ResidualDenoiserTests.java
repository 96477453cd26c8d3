package dev.latent.family.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.corruption.LearnedLevels;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.Variation;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class ResidualDenoiserTests {
    private final DenoisingAutoencoder family = new DenoisingAutoencoder();

    @Test
    void photographsHaveLevelsAndSmallPicturesDoWithout(NDManager manager) {
        assertThat(model(manager, 64, "").levels()).isEqualTo(new LearnedLevels(5 / 255.0, 55 / 255.0));
        assertThat(model(manager, 28, "").levels()).isNull();
        assertThat(model(manager, 64, ", \"corruptions\": [{\"kind\": \"masking\", \"level\": 0.5}]")
                        .levels())
                .isNull();
    }

    @Test
    void noiseIsFoundInPicturesOfAnySize(NDManager manager) {
        ResidualDenoiser model = trained(manager, 3);
        NDArray levels = manager.full(new Shape(1), 0.1f);
        for (Shape shape : List.of(new Shape(1, 1, 1, 1), new Shape(1, 1, 7, 20), new Shape(1, 1, 65, 33))) {
            NDArray x = manager.randomUniform(0, 1, shape);
            assertThat(model.noise(x, levels).getShape()).isEqualTo(shape);
            assertThat(model.denoise(x).getShape()).isEqualTo(shape);
        }
    }

    @Test
    void aPixelDependsOnNothingBeyondTheReach(NDManager manager) {
        ResidualDenoiser model = trained(manager, 30);
        int reach = model.reach();
        NDArray levels = manager.full(new Shape(1), 0.1f);
        NDArray wide = manager.randomUniform(0, 1, new Shape(1, 1, 40, 2 * reach + 20));
        NDArray cut = wide.get(":, :, :, :" + (reach + 10));

        float[] far = row(model.noise(wide, levels), 10);
        float[] near = row(model.noise(cut, levels), 10);
        float[] more = row(model.noise(cut, levels), reach + 10);

        assertThat(far).containsExactly(near, within(1e-6f));
        assertThat(row(model.noise(wide, levels), reach + 10)).isNotEqualTo(more);
    }

    private static float[] row(NDArray pictures, int columns) {
        return NativeOperations.rowMajor(pictures.get(":, :, 20, :" + columns)).toFloatArray();
    }

    @Test
    void aModelIsToldHowStrongTheNoiseIsAndLearnsToTell(NDManager manager) {
        DenoisingHyperparameters h = hyperparameters(64, "");
        DataShape data = data(64);
        ResidualDenoiser model =
                (ResidualDenoiser) family.build(h, data, Weights.Source.drawn(manager, new SplittableRandom(1)));
        TrainingStep step = family.trainingStep(model, h, data);
        NDArray x = manager.full(new Shape(8, 1, 24, 24), 0.5f);
        Map<String, NDArray> losses = Map.of();
        for (int i = 0; i < 400; i++) {
            TensorEngine.seed(i);
            losses = step.update(List.of(new TrainingBatch(x, null, null, i, i / 400.0, Variation.NONE)));
        }
        step.update(List.of(new TrainingBatch(x, null, null, 400, 1, Variation.NONE)));
        model.networks().values().forEach(weights -> weights.training(false));

        NDArray weak = x.add(manager.randomNormal(x.getShape()).mul(0.04f));
        NDArray strong = x.add(manager.randomNormal(x.getShape()).mul(0.2f));

        assertThat(losses.get("loss").getFloat()).isLessThan(0.3f);
        assertThat(model.level(weak).mean().getFloat()).isCloseTo(0.04f, within(0.03f));
        assertThat(model.level(strong).mean().getFloat()).isCloseTo(0.2f, within(0.04f));
        assertThat(deviation(model.denoise(strong))).isLessThan(0.06f);
    }

    private static float deviation(NDArray pictures) {
        return (float) Math.sqrt(pictures.sub(0.5f).square().mean().getFloat());
    }

    private ResidualDenoiser trained(NDManager manager, int steps) {
        ResidualDenoiser model = model(manager, 64, "");
        TrainingStep step = family.trainingStep(model, hyperparameters(64, ""), data(64));
        TensorEngine.seed(1);
        for (int i = 0; i < steps; i++) {
            NDArray x = manager.randomUniform(0, 1, new Shape(2, 1, 16, 16));
            step.update(List.of(new TrainingBatch(x, null, null, 0, 0.1, Variation.NONE)));
        }
        model.networks().values().forEach(weights -> weights.training(false));
        return model;
    }

    private ResidualDenoiser model(NDManager manager, int side, String more) {
        return (ResidualDenoiser) family.build(
                hyperparameters(side, more), data(side), Weights.Source.drawn(manager, new SplittableRandom(1)));
    }

    private DenoisingHyperparameters hyperparameters(int side, String more) {
        return HyperparameterBinding.bind(family, data(side), Json.MAPPER.readTree("""
                {"architecture": "residual", "channels": 8, "blocks": 2%s}
                """.formatted(more)));
    }

    private static DataShape data(int side) {
        return new DataShape(new SampleShape.Image(1, side, side), 0);
    }
}
