package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ScoresAsCritic;
import dev.latent.nn.engine.Safetensors;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.subject.Subject;
import dev.latent.run.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions whose samples come nearer to the data in the steps 10, 20, … 60 of their training. */
@EngineTest
class CriticEstimateTests {
    @TempDir
    Path folder;

    private final Map<String, Tensor> samples = new LinkedHashMap<>();
    private Dataset data;

    @BeforeEach
    void train(NDManager manager) throws IOException {
        data = Dataset.open(TinyDatasets.threeModes(folder, "modes"));
        for (int step = 10; step <= 60; step += 10) {
            NDArray points = manager.randomNormal(new Shape(200, 2)).add(100f - step);
            samples.put(String.valueOf(step), Tensors.tensor(points, Type.F32));
        }
    }

    @Test
    void anEstimateThatFallsAsSamplesImproveIsPerfectlyCorrelated(NDManager manager) throws Exception {
        CardDraft card = measured(version(9, 5, 4, 3, 2, 1.5), manager);

        Figure correlation = card.figures().get(0);
        assertThat(correlation.name()).isEqualTo("criticEstimateCorrelation");
        assertThat(correlation.value()).isCloseTo(1, within(1e-9));
        assertThat(correlation.n()).isEqualTo(6);
    }

    @Test
    void anEstimateThatRisesMeanwhileIsNot(NDManager manager) throws Exception {
        CardDraft card = measured(version(1, 2, 3, 4, 5, 6), manager);

        assertThat(card.figures().get(0).value()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void theEstimateOfAMomentIsTheMeanSinceTheOneBefore(NDManager manager) throws Exception {
        CardDraft card = measured(version(9, 5, 4, 3, 2, 1.5), manager);

        Table table = card.tables().get(0);
        assertThat(table.columns()).containsExactly("step", "estimate", "distance");
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L);
        assertThat(table.rows()).extracting(row -> row.get(1)).containsExactly(9.0, 5.0, 4.0, 3.0, 2.0, 1.5);
        assertThat(card.exhibits()).hasSize(1);
    }

    @Test
    void aConstantEstimateTellsNothing(NDManager manager) throws IOException {
        Path version = version(1, 1, 1, 1, 1, 1);

        assertThatThrownBy(() -> measured(version, manager)).hasMessageContaining("is NaN");
    }

    @Test
    void aVersionWithoutSamplesOfItsTrainingIsNotMeasured(NDManager manager) throws IOException {
        Path version = Files.createDirectory(folder.resolve("older"));

        refused(version, "left no samples", manager);
    }

    @Test
    void aTrainingOfFewMomentsIsNotMeasured(NDManager manager) throws IOException {
        samples.keySet().removeAll(List.of("10", "20"));

        refused(version(9, 5, 4, 3, 2, 1), "samples of 4 moments", manager);
    }

    @Test
    void samplesThatAreNotLikeTheModelsAreNotMeasured(NDManager manager) throws IOException {
        samples.put("30", Tensors.tensor(manager.zeros(new Shape(200, 3)), Type.F32));

        refused(version(9, 5, 4, 3, 2, 1), "not like its model's", manager);
    }

    @Test
    void samplesThatCanNotBeReadAreNotMeasured(NDManager manager) throws IOException {
        Path version = version(9, 5, 4, 3, 2, 1);
        Files.writeString(SampleLog.in(version).file(), "nothing of the kind");

        refused(version, "can't be read", manager);
    }

    @Test
    void lossesWithoutAnEstimateAreNotMeasured(NDManager manager) throws IOException {
        Path version = version(9, 5, 4, 3, 2, 1);
        Files.writeString(version.resolve("losses.csv"), "step,criticLoss\n10,1\n60,2\n");

        refused(version, "wassersteinEstimate", manager);
    }

    private void refused(Path version, String words, NDManager manager) {
        assertThatThrownBy(() -> measured(version, manager))
                .isInstanceOf(NotMeasurable.class)
                .hasMessageContaining(words);
    }

    private CardDraft measured(Path version, NDManager manager) throws NotMeasurable, IOException {
        Subject subject = Subjects.of(new Untrained(), List.of(data), folder.resolve("classifiers"), manager, version);
        CardDraft card = new CardDraft(new Effort(150, 150, 10, 5, 5), 1);
        new CriticEstimateMeasurement().measure(subject, card);
        return card;
    }

    /** @param estimates for each ten steps; two are logged, 1 above and 1 below */
    private Path version(double... estimates) throws IOException {
        Path version = Files.createDirectory(folder.resolve("version"));
        Safetensors.write(SampleLog.in(version).file(), samples, Map.of());
        StringBuilder losses = new StringBuilder("step,wassersteinEstimate\n");
        for (int i = 0; i < estimates.length; i++) {
            losses.append("%d,%s%n%d,%s%n".formatted(10 * i + 5, estimates[i] + 1, 10 * i + 10, estimates[i] - 1));
        }
        Files.writeString(version.resolve("losses.csv"), losses);
        return version;
    }

    /** Its samples of the past are all that counts. */
    private static final class Untrained implements GenerativeModel, Generates, ScoresAsCritic {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public int latentDimension() {
            return 2;
        }

        @Override
        public NDArray generate(NDArray z, @Nullable NDArray labels) {
            return z;
        }

        @Override
        public NDArray criticScore(NDArray x) {
            return x.sum(new int[] {1});
        }
    }
}
