package dev.latent.family.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import dev.latent.measure.Deviations;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On rows whose columns are three numbers and, with a little noise, sums of two of them. */
@EngineTest
class NoiseConditionalDenoiserTests {
    private static final int COLUMNS = 6;
    private static final int VIEWS = 8;
    private static final int ROWS = 600;
    private static final int STEPS = 600;
    private static final DataShape DATA = new DataShape(new SampleShape.Vector(COLUMNS), 0);

    private final DenoisingAutoencoder family = new DenoisingAutoencoder();
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void itRemovesNoiseWhoseLevelIsNotTold(NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager);
        NDArray clean = manager.create(rows(500), new Shape(500, COLUMNS));
        NDArray noisy = clean.add(manager.create(noise(500, 0.4), clean.getShape()));

        assertThat(meanSquare(model.denoise(noisy).sub(clean))).isLessThan(0.75 * meanSquare(noisy.sub(clean)));
    }

    @Test
    void aRowOfNumbersThatDoNotFitOneAnotherIsMoreUnusualThanNormalOnes(NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager);
        double[] normal = scores(model, manager, rows(200));
        float[] strange = rows(200);
        for (int row = 0; row < 200; row++) {
            strange[row * COLUMNS + 3] = -strange[row * COLUMNS + 3] + 1;
        }

        double[] unusual = scores(model, manager, strange);

        double most = sorted(normal)[190];
        assertThat(Arrays.stream(unusual).filter(score -> score > most).count()).isGreaterThan(150);
    }

    /** Of those that are anomalous at a rate of false alarms of 1%. */
    @Test
    void aNumberThatIsAnotherRowsIsNamedFirst(NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager);
        float[] normal = rows(ROWS);
        double[] scores = scores(model, manager, normal);
        float[] exchanged = normal.clone();
        for (int row = 0; row < ROWS; row++) {
            int column = row % COLUMNS;
            exchanged[row * COLUMNS + column] = normal[(row + 1) % ROWS * COLUMNS + column];
        }

        Deviations found = deviations(model, manager, exchanged);

        double threshold = sorted(scores)[ROWS * 99 / 100];
        int anomalous = 0;
        int named = 0;
        for (int row = 0; row < ROWS; row++) {
            if (scores[row] <= threshold && found.scores()[row] > threshold) {
                anomalous++;
                named += largest(found.shares(row)) == row % COLUMNS ? 1 : 0;
            }
        }
        assertThat(anomalous).isGreaterThan(ROWS / 4);
        assertThat((double) named / anomalous).isGreaterThan(0.9);
    }

    @Test
    void whatIsExpectedInAValuesPlaceFollowsFromTheOthers(NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager);
        float[] row = {1, -0.5f, 0.2f, 0, -0.3f / 1.41f, 1.2f / 1.41f};

        float[] last = views(model, manager, row)[VIEWS - 1];

        assertThat(row[3] - last[3]).isCloseTo(0.5f / 1.41f, within(0.2f));
    }

    @Test
    void howFarARowIsDependsNeitherOnItsPlaceNorOnItsCompany(NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager);
        float[] rows = rows(3);
        float[] last = Arrays.copyOfRange(rows, 2 * COLUMNS, 3 * COLUMNS);

        double[] together = scores(model, manager, rows);
        double[] alone = scores(model, manager, last);

        assertThat(alone[0]).isCloseTo(together[2], within(1e-5 * together[2]));
    }

    @Test
    void whoeverAsksForOneThatIsToldNothingGetsIt() {
        DenoisingHyperparameters told = bind("{}");
        DenoisingHyperparameters blind = bind("{\"architecture\": \"mlp\"}");

        assertThat(told.architecture()).isEqualTo(Architecture.NOISE_CONDITIONAL);
        assertThat(blind.hiddenUnits()).containsExactly(128, 128);
        assertThat(blind.latentDim()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"corruptions\": [{\"kind\": \"masking\", \"level\": 0.2}]}",
                "{\"corruptions\": [{\"kind\": \"gaussian\", \"level\": 0}]}",
                "{\"target\": \"corrupted\"}",
                "{\"target\": \"independent\"}"
            })
    void itScoresRowsWhateverNoiseItIsToRemove(String given, NDManager manager) {
        NoiseConditionalDenoiser model = trained(manager, given, 3);

        assertThat(Arrays.stream(scores(model, manager, rows(2)))).allMatch(Double::isFinite);
    }

    @Test
    void imagesAreNotForIt() {
        DataShape images = new DataShape(new SampleShape.Image(1, 8, 8), 0);

        assertThatThrownBy(() -> HyperparameterBinding.bind(
                        family, images, Json.MAPPER.readTree("{\"architecture\": \"noise-conditional\"}")))
                .isInstanceOf(InvalidHyperparameters.class)
                .hasMessageContaining("images");
    }

    private DenoisingHyperparameters bind(String given) {
        return HyperparameterBinding.bind(family, DATA, Json.MAPPER.readTree(given));
    }

    private NoiseConditionalDenoiser trained(NDManager manager) {
        return trained(manager, "{\"hiddenUnits\": [48], \"latentDim\": 32, \"learningRate\": 0.003}", STEPS);
    }

    private NoiseConditionalDenoiser trained(NDManager manager, String given, int steps) {
        DenoisingHyperparameters h = bind(given);
        NoiseConditionalDenoiser model = (NoiseConditionalDenoiser)
                family.build(h, DATA, Weights.Source.drawn(manager, new SplittableRandom(1)));
        TrainingStep step = family.trainingStep(model, h, DATA);
        for (int i = 0; i < steps; i++) {
            TensorEngine.seed(i);
            try (NDManager scope = manager.newSubManager()) {
                NDArray x = scope.create(rows(64), new Shape(64, COLUMNS));
                step.update(List.of(new TrainingBatch(x, null, null, 0, (double) i / steps, Variation.NONE)));
            }
        }
        model.networks().values().forEach(weights -> weights.training(false));
        return model;
    }

    /** Of variance 1. */
    private float[] rows(int count) {
        float[] rows = new float[count * COLUMNS];
        for (int row = 0; row < count; row++) {
            int at = row * COLUMNS;
            for (int i = 0; i < 3; i++) {
                rows[at + i] = (float) random.nextGaussian();
            }
            for (int i = 0; i < 3; i++) {
                float sum = rows[at + i] + rows[at + (i + 1) % 3];
                rows[at + 3 + i] = sum / 1.41f + 0.1f * (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private float[] noise(int count, double level) {
        float[] noise = new float[count * COLUMNS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (level * random.nextGaussian());
        }
        return noise;
    }

    private static int largest(double[] shares) {
        int largest = 0;
        for (int i = 1; i < shares.length; i++) {
            largest = shares[i] > shares[largest] ? i : largest;
        }
        return largest;
    }

    private static double[] scores(NoiseConditionalDenoiser model, NDManager manager, float[] rows) {
        return deviations(model, manager, rows).scores();
    }

    private static Deviations deviations(NoiseConditionalDenoiser model, NDManager manager, float[] rows) {
        NDArray deviations = model.deviations(manager.create(rows, new Shape(rows.length / COLUMNS, COLUMNS)), null);
        assertThat(deviations.getShape()).isEqualTo(new Shape(rows.length / COLUMNS, VIEWS, COLUMNS));
        return new Deviations(deviations.toFloatArray(), VIEWS, COLUMNS);
    }

    /** Of one row. */
    private static float[][] views(NoiseConditionalDenoiser model, NDManager manager, float[] row) {
        float[] all = model.deviations(manager.create(row, new Shape(1, COLUMNS)), null)
                .toFloatArray();
        float[][] views = new float[VIEWS][];
        for (int i = 0; i < VIEWS; i++) {
            views[i] = Arrays.copyOfRange(all, i * COLUMNS, (i + 1) * COLUMNS);
        }
        return views;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    private static double meanSquare(NDArray difference) {
        return difference.square().mean().getFloat();
    }
}
