package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Translates;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class TranslationMeasurementsTests {
    /** Keeps what the first test has trained. */
    @TempDir
    static Path classifiers;

    @TempDir
    Path folder;

    @Test
    void whatComesBackUnchangedHasNoCycleError(NDManager manager) throws Exception {
        CardDraft card = measured(images("a", "b"), new Translator(x -> x), manager);

        assertThat(value(card, "cycleErrorAToB")).isZero();
        assertThat(value(card, "cycleErrorBToA")).isZero();
    }

    @Test
    void aTranslationThatKeepsTheClassIsAccurate(NDManager manager) throws Exception {
        CardDraft card = measured(images("a", "b"), new Translator(x -> x), manager);

        assertThat(value(card, "translationAccuracyAToB")).isGreaterThan(0.99);
    }

    @Test
    void aTranslationThatTurnsImagesIntoTheirMirrorImageIsNeverRight(NDManager manager) throws Exception {
        CardDraft card = measured(images("a", "b"), new Translator(x -> x.flip(3)), manager);

        assertThat(value(card, "translationAccuracyAToB")).isLessThan(0.01);
        assertThat(value(card, "cycleErrorAToB")).isZero();
    }

    @Test
    void translationsThatAreAsTheOtherDomainAreNearerToItThanThoseThatAreNot(NDManager manager) throws Exception {
        CardDraft alike = measured(images("a", "b"), new Translator(x -> x), manager);
        CardDraft grey = measured(images("c", "d"), new Translator(x -> x.mul(0).add(0.5)), manager);

        assertThat(value(alike, "frechetDistanceAToB")).isLessThan(value(grey, "frechetDistanceAToB") / 10);
    }

    @Test
    void whereTheTrueImageIsKnownTheErrorIsAgainstIt(NDManager manager) throws Exception {
        CardDraft card = measured(images("digits", "digits-outline"), new Translator(x -> x.add(0.25)), manager);

        assertThat(value(card, "translationErrorAToB")).isBetween(0.249, 0.251);
    }

    @Test
    void whereNoPairingIsKnownThereIsNoSuchError(NDManager manager) throws Exception {
        CardDraft card = measured(images("a", "b"), new Translator(x -> x), manager);

        assertThat(card.figures()).extracting(Figure::name).doesNotContain("translationErrorAToB");
    }

    @Test
    void translatedVectorsReachTheModesOfTheOtherDomain(NDManager manager) throws Exception {
        CardDraft card = measured(new TranslatedModes(), vectors(), new Translator(x -> x), manager);

        assertThat(value(card, "modesCoveredAToB")).isEqualTo(3);
        assertThat(value(card, "modesSharedAToB")).isZero();
    }

    @Test
    void classesThatAreSentToOneModeShareIt(NDManager manager) throws Exception {
        CardDraft card = measured(new TranslatedModes(), vectors(), new Translator(x -> x.mul(0)), manager);

        assertThat(value(card, "modesCoveredAToB")).isEqualTo(1);
        assertThat(value(card, "modesSharedAToB")).isEqualTo(1);
    }

    private List<Dataset> images(String a, String b) throws Exception {
        return List.of(Dataset.open(TinyDatasets.halves(folder, a)), Dataset.open(TinyDatasets.halves(folder, b)));
    }

    private List<Dataset> vectors() throws Exception {
        return List.of(
                Dataset.open(TinyDatasets.threeModes(folder, "a")), Dataset.open(TinyDatasets.threeModes(folder, "b")));
    }

    private CardDraft measured(List<Dataset> datasets, Translator model, NDManager manager) throws Exception {
        return measured(new TranslationMeasurement(), datasets, model, manager);
    }

    private CardDraft measured(Measurement measurement, List<Dataset> datasets, Translator model, NDManager manager)
            throws Exception {
        Subject subject = Subjects.of(model, datasets, classifiers, manager);
        CardDraft card = new CardDraft(new Effort(120, 10, 10, 5, 5), 1);
        assertThat(measurement.suits(subject)).isTrue();
        measurement.measure(subject, card);
        return card;
    }

    private static double value(CardDraft card, String name) {
        return card.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private record Translator(UnaryOperator<NDArray> function) implements GenerativeModel, Translates {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public NDArray translate(NDArray x, Direction direction) {
            return function.apply(x);
        }
    }
}
