package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.family.Binarization;
import dev.latent.family.EstimatesLikelihood;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
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

/** What cards say of models whose importance weights are known. */
@EngineTest
class LikelihoodMeasurementTests {
    @TempDir
    Path folder;

    @Test
    void equalWeightsAreTheLikelihoodWithoutAnError(NDManager manager) throws Exception {
        CardDraft card = measured(
                points(),
                new Weighing(false, (x, y, noise) -> rows(noise).mul(0).sub(2)),
                manager);

        assertThat(card.figures()).extracting(Figure::name).containsExactly("negativeElbo", "negativeLogLikelihood");
        assertThat(card.figures()).allSatisfy(figure -> {
            assertThat(figure.value()).isCloseTo(2, within(1e-5));
            assertThat(figure.standardError()).isCloseTo(0, within(1e-5));
            assertThat(figure.method())
                    .contains("density of standardized columns")
                    .doesNotContain("label");
        });
    }

    /** Of the two draws of a sample one weighs 1, the other 3. */
    @Test
    void theElboIsAMeanOfLogarithmsTheLikelihoodTheLogarithmOfAMean(NDManager manager) throws Exception {
        CardDraft card = measured(
                points(),
                new Weighing(false, (x, y, noise) -> alternating(rows(noise).size(), noise.getManager())),
                manager);

        assertThat(Bar.value(card, "negativeElbo")).isCloseTo(-Math.log(3) / 2, within(1e-5));
        assertThat(Bar.value(card, "negativeLogLikelihood")).isCloseTo(-Math.log(2), within(1e-5));
    }

    /** The labels of the test split are 0, 1 and 2 in turn. */
    @Test
    void aConditionalModelIsToldTheLabels(NDManager manager) throws Exception {
        CardDraft card = measured(
                points(),
                new Weighing(
                        true,
                        (x, y, noise) -> y.toType(noise.getDataType(), true)
                                .neg()
                                .repeat(0, noise.getShape().get(0) / y.size())),
                manager);

        assertThat(card.figures()).allSatisfy(figure -> {
            assertThat(figure.value()).isCloseTo(1, within(1e-5));
            assertThat(figure.method()).contains("given the label");
        });
    }

    @Test
    void whatPixelsAreBinarizedWithIsTold(NDManager manager) throws Exception {
        CardDraft card = measured(TinyDatasets.halves(folder, "halves"), weighing(Binarization.DYNAMIC, true), manager);

        assertThat(card.figures())
                .allSatisfy(figure -> assertThat(figure.method()).contains("pixels binarized: dynamic"));
    }

    @Test
    void thatOfGreyPixelsIsADensity(NDManager manager) throws Exception {
        CardDraft card = measured(TinyDatasets.halves(folder, "halves"), weighing(Binarization.NONE, true), manager);

        assertThat(card.figures())
                .hasSize(2)
                .allSatisfy(figure -> assertThat(figure.method())
                        .contains("density of grey pixels, not comparable with the NLL of binarized ones"));
    }

    @Test
    void greyPixelsAsTargetsOfACrossEntropyHaveNone(NDManager manager) throws Exception {
        CardDraft card = measured(TinyDatasets.halves(folder, "halves"), weighing(Binarization.NONE, false), manager);

        assertThat(card.figures()).extracting(Figure::name).containsExactly("testObjective");
        assertThat(card.figures().get(0).value()).isCloseTo(2, within(1e-5));
    }

    private static Weighing weighing(Binarization binarization, boolean isLikelihood) {
        return new Weighing(
                false,
                binarization,
                isLikelihood,
                (x, y, noise) -> rows(noise).mul(0).sub(2));
    }

    private Path points() throws Exception {
        return TinyDatasets.threeModes(folder, "modes");
    }

    private static NDArray rows(NDArray noise) {
        return noise.sum(new int[] {1});
    }

    private static NDArray alternating(long n, NDManager manager) {
        float[] weights = new float[(int) n];
        for (int i = 0; i < n; i++) {
            weights[i] = i % 2 == 0 ? 0 : (float) Math.log(3);
        }
        return manager.create(weights);
    }

    private CardDraft measured(Path path, Weighing model, NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(path)) {
            Subject subject = Subjects.of(model, List.of(dataset), folder, manager);
            CardDraft card = new CardDraft(new Effort(150, 10, 150, 2, 5), 1);
            Measurement measurement = new LikelihoodMeasurement();
            assertThat(measurement.suits(subject)).isTrue();
            measurement.measure(subject, card);
            return card;
        }
    }

    private interface LogWeight {
        NDArray of(NDArray x, NDArray labels, NDArray noise);
    }

    private record Weighing(boolean conditional, Binarization binarization, boolean isLikelihood, LogWeight logWeight)
            implements GenerativeModel, Generates, EstimatesLikelihood {
        Weighing(boolean conditional, LogWeight logWeight) {
            this(conditional, Binarization.NONE, true, logWeight);
        }

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
        public NDArray logImportanceWeight(NDArray x, @Nullable NDArray labels, NDArray noise) {
            return logWeight.of(x, labels, noise);
        }
    }
}
