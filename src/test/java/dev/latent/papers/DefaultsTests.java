package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.QualityCard;
import dev.latent.report.MeasurementsSection;
import dev.latent.report.Provenance;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTests {
    private static final DefaultTraining FIRST = new DefaultTraining("gan", "digits", 1);
    private static final DefaultTraining SECOND = new DefaultTraining("gan", "digits", 2);
    private static final Provenance PROVENANCE = new Provenance("abc", "a processor", 2, "17", "Linux", Instant.EPOCH);

    @TempDir
    Path project;

    @Test
    void everyFamilyIsTrainedOnEveryDatasetWithThreeSeeds() {
        assertThat(DefaultTraining.all())
                .hasSize(ModelFamilies.all().size() * 3 * 3)
                .doesNotHaveDuplicates();
        assertThat(DefaultBar.allFamilies())
                .containsExactlyInAnyOrderElementsOf(
                        ModelFamilies.all().stream().map(ModelFamily::id).toList());
    }

    @Test
    void aTranslatorIsTrainedOnADatasetAndItsCounterpart() {
        assertThat(new DefaultTraining("cyclegan", "mnist", 1).datasets()).containsExactly("mnist", "mnist-inverted");
    }

    @Test
    void someAreChosenByTheBeginningOfTheirIds() {
        assertThat(DefaultTraining.chosen(List.of("gan-digits")))
                .extracting(DefaultTraining::id)
                .contains("gan-digits-1", "gan-digits-coloured-3")
                .allMatch(id -> id.startsWith("gan-digits"));
        assertThatThrownBy(() -> DefaultTraining.chosen(List.of("no")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gan-digits-1");
    }

    @Test
    void hyperparametersAreCompletedByTheDefaultsOfToday() {
        DataShape images = new DataShape(new SampleShape.Image(1, 28, 28), 10);

        assertThat(CompleteHyperparameters.of("gan", "{}", images))
                .isEqualTo(HyperparameterBinding.json(
                        ModelFamilies.find("gan").orElseThrow().defaultsFor(images)));
    }

    @Test
    void aTrainingHoldsWhereNothingIsBelowItsBar() {
        assertThat(outcome(FIRST, 0.5, 0.5, 0.03).holds()).isTrue();
        assertThat(outcome(FIRST, 0.49, 0.9, 0.1).holds()).isFalse();
        assertThat(outcome(FIRST, 0.9, 0.49, 0.1).holds()).isFalse();
        assertThat(outcome(FIRST, 0.9, 0.9, 0.029).holds()).isFalse();
        assertThat(DefaultOutcome.failed(FIRST, "the loss is not finite", PROVENANCE)
                        .holds())
                .isFalse();
    }

    @Test
    void aTranslatorHoldsWhereItIsBetterThanWhatStandsBesideItBothWays() {
        DefaultTraining translator = new DefaultTraining("cyclegan", "digits", 1);

        assertThat(outcome(translator, error("translationErrorAToB", 0.1), error("translationErrorBToA", 0.1))
                        .holds())
                .isTrue();
        assertThat(outcome(translator, error("translationErrorAToB", 0.1), error("translationErrorBToA", 0.2))
                        .holds())
                .isFalse();
        assertThat(outcome(translator, error("translationErrorAToB", 0.1)).holds())
                .isFalse();
    }

    @Test
    void aTranslatorOfWhichMostImagesShowAnotherClassDoesNotHold() {
        DefaultTraining translator = new DefaultTraining("discogan", "digits", 1);
        Figure near = error("translationErrorAToB", 0.1);
        Figure back = error("translationErrorBToA", 0.1);

        assertThat(outcome(translator, near, back, figure("translationAccuracyAToB", 0.5))
                        .holds())
                .isTrue();
        assertThat(outcome(translator, near, back, figure("translationAccuracyAToB", 0.49))
                        .holds())
                .isFalse();
    }

    @Test
    void whatIsNoGeneratorHasARowForEachFigure() throws IOException {
        DefaultTraining translator = new DefaultTraining("cyclegan", "digits", 1);
        DefaultOutcome outcome =
                outcome(translator, error("translationErrorAToB", 0.1), error("translationErrorBToA", 0.1));

        assertThat(new DefaultsTable(List.of(outcome)).markdown())
                .contains("| digits | cyclegan | 1 | 1 | translationErrorAToB | 0.100 | 0.150 | 1 of 1 |")
                .contains("| digits | cyclegan | 1 | 1 | translationErrorBToA | 0.100 | 0.150 | 1 of 1 |");
    }

    @Test
    void theDocumentTellsOfAllSeedsInOneRow() throws IOException {
        Path file = measurements("<!-- defaults:begin -->\n<!-- defaults:end -->\n");
        DefaultsResults results = new DefaultsResults(project);

        results.write(FIRST, outcome(FIRST, 0.7, 0.8, 0.05));
        results.write(SECOND, DefaultOutcome.failed(SECOND, "the loss is not finite", PROVENANCE));
        results.render();

        assertThat(Files.readString(file))
                .contains("| digits | gan | 20 | 1, 2 | 0.700, failed | 0.800, failed | 0.0500, failed |")
                .contains("| 1 of 2 |");
    }

    private static DefaultOutcome outcome(DefaultTraining training, double precision, double coverage, double least) {
        return outcome(
                training,
                figure("precision", precision),
                figure("coverage", coverage),
                figure("leastClassShare", least));
    }

    private static DefaultOutcome outcome(DefaultTraining training, Figure... figures) {
        QualityCard card = new QualityCard(
                1,
                "gan",
                List.of(),
                1000,
                1,
                "test",
                Instant.EPOCH,
                "test",
                1,
                null,
                List.of(figures),
                List.of(),
                List.of());
        return DefaultOutcome.of(training, Json.MAPPER.createObjectNode(), card, PROVENANCE);
    }

    private static Figure error(String name, double value) {
        return new Figure(
                name,
                value,
                null,
                Figure.Better.LOWER,
                1000,
                1,
                "",
                new Figure.Reference(0.15, "another image of that domain"));
    }

    private static Figure figure(String name, double value) {
        return new Figure(name, value, null, Figure.Better.HIGHER, 1000, 1, "", null);
    }

    private Path measurements(String text) throws IOException {
        Files.createDirectories(project.resolve("docs"));
        return Files.writeString(project.resolve(MeasurementsSection.FILE), text);
    }
}
