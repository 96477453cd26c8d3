package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.dataset.Dataset;
import dev.latent.family.Denoises;
import dev.latent.family.GenerativeModel;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cards say of a denoiser of images that are 0.2 everywhere. */
@EngineTest
class DenoiserMeasurementsTests {
    private static final List<Corruption> HALF_MASKED = List.of(Corruption.of(Kind.MASKING, 0.5));
    private static final List<Corruption> NO_NOISE = List.of(Corruption.of(Kind.MASKING, 0));

    @TempDir
    Path folder;

    @Test
    void itsPsnrIsThatOfWhatItAnswers(NDManager manager) throws Exception {
        CardDraft card = measured(new DenoisingMeasurement(), HALF_MASKED, always(0.3), manager);

        assertThat(Bar.value(card, "psnrDenoised")).isCloseTo(20, within(1e-3));
    }

    @Test
    void whoseAnswerIsTheNoisyImageGainsNothing(NDManager manager) throws Exception {
        CardDraft card = measured(new DenoisingMeasurement(), HALF_MASKED, x -> x, manager);

        assertThat(Bar.value(card, "psnrGain")).isZero();
    }

    @Test
    void aDenoiserThatABlurBeatsIsToldSo(NDManager manager) throws Exception {
        CardDraft card = measured(new DenoisingMeasurement(), NO_NOISE, always(0.3), manager);

        assertThat(card.verdict())
                .matches(
                        "It denoises worse than the better of a median filter and a Gaussian blur: 20.0 dB against .*");
    }

    @Test
    void anImageThatTheNoiseLeavesAsItIsCountsForAHundredDecibels(NDManager manager) throws Exception {
        CardDraft card = measured(new DenoisingMeasurement(), NO_NOISE, always(0.3), manager);

        assertThat(Bar.value(card, "psnrGain")).isCloseTo(20 - 100, within(1e-3));
        assertThat(card.figures().get(0).method()).contains("at most 100 each");
    }

    @Test
    void ofRowsWhoseAnswerIsTheNoisyRowNoNoiseIsRemoved(NDManager manager) throws Exception {
        CardDraft card = measuredOnRows(x -> x, manager);

        assertThat(Bar.value(card, "noiseRemoved")).isZero();
    }

    /** Standardized columns have mean squares of 1: so far is a row of means from the rows. */
    @Test
    void ofRowsTheErrorIsInStandardDeviations(NDManager manager) throws Exception {
        CardDraft card = measuredOnRows(NDArray::zerosLike, manager);

        assertThat(Bar.value(card, "denoisedError")).isCloseTo(1, within(0.1));
        assertThat(card.figures().get(0).reference().value()).isLessThan(1);
    }

    @Test
    void theTableHoldsEveryKindAtEveryLevel(NDManager manager) throws Exception {
        Table table = table(always(0.3), manager);

        assertThat(column(table, "kind"))
                .containsExactlyInAnyOrder(
                        "gaussian",
                        "gaussian",
                        "gaussian",
                        "masking",
                        "masking",
                        "masking",
                        "salt-and-pepper",
                        "salt-and-pepper",
                        "salt-and-pepper",
                        "speckle",
                        "speckle",
                        "speckle");
    }

    @Test
    void itsCellsArePsnrAndSsimOfTheAnswers(NDManager manager) throws Exception {
        Table table = table(always(0.3), manager);

        double similarity = (2 * 0.2 * 0.3 + 1e-4) / (0.04 + 0.09 + 1e-4);
        assertThat(column(table, "psnrDenoised"))
                .allSatisfy(cell -> assertThat((double) cell).isCloseTo(20, within(1e-3)));
        assertThat(column(table, "ssimDenoised"))
                .allSatisfy(cell -> assertThat((double) cell).isCloseTo(similarity, within(1e-4)));
    }

    /** Half of the pixels at 0 is an MSE of 0.02; each image's share varies around the half. */
    @Test
    void theNoisyImagesStandBesideThem(NDManager manager) throws Exception {
        Table table = table(always(0.3), manager);
        int halfMasked = column(table, "kind").indexOf("masking") + 1;

        assertThat(column(table, "level").get(halfMasked)).isEqualTo(0.5);
        assertThat((double) column(table, "psnrNoisy").get(halfMasked)).isCloseTo(16.99, within(0.2));
    }

    @Test
    void whatIsRestoredExactlyIsAFiniteNumberInTheTable(NDManager manager) throws Exception {
        Table table = table(always(51 / 255f), manager);

        assertThat(column(table, "psnrDenoised")).containsOnly(100.0);
    }

    @Test
    void anAnswerThatIsNoNumberIsNotMeasured(NDManager manager) {
        assertThatExceptionOfType(NotMeasurable.class)
                .isThrownBy(() -> table(always(Float.NaN), manager))
                .withMessageContaining("table denoising is NaN");
    }

    private static UnaryOperator<NDArray> always(double value) {
        return x -> x.onesLike().mul(value);
    }

    private Table table(UnaryOperator<NDArray> answer, NDManager manager) throws Exception {
        return measured(new NoiseTable(), HALF_MASKED, answer, manager).tables().get(0);
    }

    private static List<Object> column(Table table, String name) {
        int column = table.columns().indexOf(name);
        return table.rows().stream().map(row -> row.get(column)).toList();
    }

    private CardDraft measured(
            Measurement measurement, List<Corruption> corruptions, UnaryOperator<NDArray> answer, NDManager manager)
            throws Exception {
        return measured(measurement, corruptions, answer, TinyDatasets.even(folder), manager);
    }

    private CardDraft measuredOnRows(UnaryOperator<NDArray> answer, NDManager manager) throws Exception {
        List<Corruption> gaussian = List.of(Corruption.of(Kind.GAUSSIAN, 0.5));
        return measured(
                new RowDenoisingMeasurement(), gaussian, answer, TinyDatasets.threeModes(folder, "rows"), manager);
    }

    private static CardDraft measured(
            Measurement measurement,
            List<Corruption> corruptions,
            UnaryOperator<NDArray> answer,
            Path data,
            NDManager manager)
            throws Exception {
        try (Dataset dataset = Dataset.open(data)) {
            Subject subject = Subjects.denoiser(new Denoiser(answer), corruptions, dataset, manager);
            CardDraft card = new CardDraft(new Effort(100, 10, 10, 5, 5), 1);
            assertThat(measurement.suits(subject)).isTrue();
            measurement.measure(subject, card);
            return card;
        }
    }

    private record Denoiser(UnaryOperator<NDArray> answer) implements GenerativeModel, Denoises {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public NDArray denoise(NDArray corrupted) {
            return answer.apply(corrupted);
        }
    }
}
