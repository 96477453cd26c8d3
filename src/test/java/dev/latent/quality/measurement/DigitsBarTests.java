package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Datasets;
import dev.latent.dataset.builtin.BuiltInDatasets;
import dev.latent.home.LatentHome;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.measurement.TrainedVersion.Small;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same three families after a few seconds of training on the digits that the service draws itself. */
class DigitsBarTests {
    private static final Effort THOUSAND = new Effort(1000, 10, 10, 1, 1);

    @TempDir
    static Path folder;

    private static Path digits;

    @BeforeAll
    static void drawDigits() {
        BuiltInDatasets builtIn = new BuiltInDatasets(new LatentHome(Path.of("target", "test-home")));
        digits = new Datasets(List.of(builtIn)).lease("digits").path();
    }

    @Test
    void aDenoiserRemovesMoreNoiseThanAFilter() throws Exception {
        CardDraft card = trained(
                "denoising-autoencoder",
                new Small("{'channels': 16, 'latentDim': 128, 'learningRate': 0.003}", 64, 250),
                new DenoisingMeasurement());

        assertThat(Bar.value(card, "psnrGain")).isGreaterThan(7);
        assertThat(card.figures())
                .allSatisfy(figure -> assertThat(figure.value())
                        .isGreaterThan(figure.reference().value()));
    }

    @Test
    void aVaeImprovesItsObjective() throws Exception {
        CardDraft card = trained(
                "vae",
                new Small("{'architecture': 'mlp', 'learningRate': 0.002}", 64, 600),
                new LikelihoodMeasurement());

        assertThat(Bar.value(card, "testObjective")).isLessThan(160);
    }

    @Test
    void aConditionalGanShowsTheDigitsThatWereAskedFor() throws Exception {
        CardDraft card = trained(
                "cgan",
                new Small("{'channels': 16, 'latentDim': 16, 'learningRate': 0.002}", 32, 600),
                new NeighbourLabelMeasurement());

        assertThat(Bar.value(card, "labelAccuracyByNeighbours")).isGreaterThan(0.6);
        assertThat(Bar.value(card, "leastLabelAccuracyByNeighbours")).isGreaterThan(0.3);
    }

    private static CardDraft trained(String family, Small small, Measurement measurement) throws Exception {
        Small quoted = new Small(small.hyperparameters().replace('\'', '"'), small.batchSize(), small.steps());
        return Bar.measure(
                measurement, TrainedVersion.of(family, digits, quoted, folder.resolve(family)), digits, THOUSAND);
    }
}
