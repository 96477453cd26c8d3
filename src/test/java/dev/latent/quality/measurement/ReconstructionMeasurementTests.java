package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.family.Encodes;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cards say of a code of points in two columns, which are standardized and independent of one another. */
@EngineTest
class ReconstructionMeasurementTests {
    @TempDir
    Path folder;

    @Test
    void theErrorIsTheMeanSquareOfTheDifference(NDManager manager) throws Exception {
        assertThat(measured(new Coder(1, false, (x, y) -> x.add(0.1f)), manager).value())
                .isCloseTo(0.01, within(1e-5));
    }

    /** One of the two directions is lost, and with it half of the variance of 1. */
    @Test
    void besideItStandsTheLinearCodeOfTheSameLength(NDManager manager) throws Exception {
        Figure.Reference linear =
                measured(new Coder(1, false, (x, y) -> x), manager).reference();

        assertThat(linear.value()).isCloseTo(0.5, within(0.1));
        assertThat(linear.meaning()).isEqualTo("PCA with 1 components");
    }

    @Test
    void aLinearCodeAsLongAsTheSamplesLosesNothing(NDManager manager) throws Exception {
        assertThat(measured(new Coder(2, false, (x, y) -> x), manager)
                        .reference()
                        .value())
                .isCloseTo(0, within(1e-6));
    }

    /** The labels of the test split are 0, 1 and 2 in turn. */
    @Test
    void aConditionalModelIsToldTheLabels(NDManager manager) throws Exception {
        Coder coder = new Coder(
                1, true, (x, y) -> x.add(y.toType(DataType.FLOAT32, false).expandDims(1)));

        assertThat(measured(coder, manager).value()).isCloseTo((0 + 1 + 4) / 3.0, within(1e-4));
    }

    @Test
    void aCodeThatPcaBeatsIsToldSo(NDManager manager) throws Exception {
        assertThat(card(new Coder(1, false, (x, y) -> x.add(2f)), manager).verdict())
                .startsWith("It reconstructs worse than PCA with as many components: 4.00 against 0.");
    }

    @Test
    void aCodeThatBeatsPcaIsToldNothing(NDManager manager) throws Exception {
        assertThat(card(new Coder(1, false, (x, y) -> x), manager).verdict()).isNull();
    }

    private Figure measured(Coder model, NDManager manager) throws Exception {
        return card(model, manager).figures().get(0);
    }

    private CardDraft card(Coder model, NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.threeModes(folder, "modes"))) {
            Subject subject = Subjects.of(model, List.of(dataset), folder, manager);
            CardDraft card = new CardDraft(new Effort(150, 10, 10, 5, 5), 1);
            Measurement measurement = new ReconstructionMeasurement();
            assertThat(measurement.suits(subject)).isTrue();
            measurement.measure(subject, card);
            return card;
        }
    }

    private record Coder(int latentDimension, boolean conditional, BinaryOperator<NDArray> function)
            implements GenerativeModel, Reconstructs, Encodes {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public NDArray reconstruct(NDArray x, @Nullable NDArray labels) {
            return function.apply(x, labels);
        }

        @Override
        public Code encode(NDArray x, @Nullable NDArray labels) {
            return new Code(x, null);
        }
    }
}
