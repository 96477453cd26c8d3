package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ScoresAsCritic;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class CriticMeasurementTests {
    @TempDir
    Path folder;

    @Test
    void theGapIsTheTestSplitsScoreLessThatOfSamples(NDManager manager) throws Exception {
        assertThat(measured(new Brightness(0.05f), manager).value()).isCloseTo(0.2 - 0.05, within(1e-6));
    }

    @Test
    void besideItStandsTheGapBetweenTrainingAndTestSplit(NDManager manager) throws Exception {
        assertThat(measured(new Brightness(0.05f), manager).reference().value()).isCloseTo(0, within(1e-6));
    }

    /** Of images that are 0.2 everywhere. */
    private Figure measured(Brightness model, NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.even(folder))) {
            Subject subject = Subjects.of(model, List.of(dataset), folder, manager);
            CardDraft card = new CardDraft(new Effort(100, 10, 10, 5, 5), 1);
            Measurement measurement = new CriticMeasurement();
            assertThat(measurement.suits(subject)).isTrue();
            measurement.measure(subject, card);
            return card.figures().get(0);
        }
    }

    /** Scores an image by its mean pixel, and generates images of one grey. */
    private record Brightness(float generated) implements GenerativeModel, Generates, ScoresAsCritic {
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
            return 1;
        }

        @Override
        public NDArray generate(NDArray z, @Nullable NDArray labels) {
            return z.getManager().full(new Shape(z.getShape().get(0), 1, 8, 8), generated);
        }

        @Override
        public NDArray criticScore(NDArray x) {
            return x.reshape(x.getShape().get(0), -1).mean(new int[] {1});
        }
    }
}
