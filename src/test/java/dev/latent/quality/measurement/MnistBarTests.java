package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.found.FoundDatasets;
import dev.latent.home.LatentHome;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What three families must reach on the real MNIST with their defaults. Run with {@code -Pmnist}. */
@Tag("mnist")
class MnistBarTests {
    private static final String VARIABLE = "LATENT_DATASETS_DIRECTORY";
    private static final Effort WHOLE_TEST_SPLIT = new Effort(10_000, 10, 10, 1, 1);
    private static final Effort THOUSAND_SAMPLES = new Effort(1000, 10, 10, 1, 1);

    @TempDir
    static Path folder;

    private static Path mnist;

    @BeforeAll
    static void findMnist() {
        String directory = System.getenv(VARIABLE);
        assumeTrue(
                directory != null && Files.isDirectory(Path.of(directory).resolve("mnist")),
                VARIABLE + " names no folder that holds mnist");
        DatasetProperties properties = new DatasetProperties(Path.of(directory), ImportLimits.usual());
        FoundDatasets found = new FoundDatasets(properties, new LatentHome(folder.resolve("home")));
        mnist = new Datasets(List.of(found)).lease("mnist").path();
    }

    @Test
    void aDenoiserGainsNineAndAHalfDecibels() throws Exception {
        TrainedVersion version = TrainedVersion.of("denoising-autoencoder", mnist, null, folder.resolve("denoiser"));

        CardDraft card = Bar.measure(new DenoisingMeasurement(), version, mnist, WHOLE_TEST_SPLIT);

        assertThat(Bar.value(card, "psnrGain")).isGreaterThanOrEqualTo(9.5);
    }

    @Test
    void aVaeReachesItsObjectiveOnTheTestSplit() throws Exception {
        TrainedVersion version = TrainedVersion.of("vae", mnist, null, folder.resolve("vae"));

        CardDraft card = Bar.measure(new LikelihoodMeasurement(), version, mnist, WHOLE_TEST_SPLIT);

        assertThat(Bar.value(card, "testObjective")).isLessThanOrEqualTo(106.5);
    }

    @Test
    void aConditionalGanShowsTheDigitsThatWereAskedFor() throws Exception {
        TrainedVersion version = TrainedVersion.of("cgan", mnist, null, folder.resolve("cgan"));

        CardDraft card = Bar.measure(new NeighbourLabelMeasurement(), version, mnist, THOUSAND_SAMPLES);

        assertThat(Bar.value(card, "labelAccuracyByNeighbours")).isGreaterThanOrEqualTo(0.95);
        assertThat(Bar.value(card, "leastLabelAccuracyByNeighbours")).isGreaterThanOrEqualTo(0.85);
    }
}
