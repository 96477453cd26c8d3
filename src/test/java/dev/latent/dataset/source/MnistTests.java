package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.builtin.BuiltInDatasets;
import dev.latent.dataset.source.found.FoundDatasets;
import dev.latent.home.LatentHome;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real MNIST, where {@code LATENT_DATASETS_DIRECTORY} has it. */
class MnistTests {
    @TempDir
    Path home;

    private Datasets datasets;

    @BeforeEach
    void find() {
        String directory = System.getenv("LATENT_DATASETS_DIRECTORY");
        assumeTrue(
                directory != null && Files.isDirectory(Path.of(directory, "mnist")),
                "LATENT_DATASETS_DIRECTORY names no folder with mnist in it");
        DatasetProperties properties = new DatasetProperties(Path.of(directory), ImportLimits.usual());
        LatentHome latentHome = new LatentHome(home);
        datasets = new Datasets(List.of(new BuiltInDatasets(latentHome), new FoundDatasets(properties, latentHome)));
    }

    @Test
    void mnistIsWhatEveryoneKnows() {
        DatasetDescription mnist = datasets.find("mnist").orElseThrow();

        assertThat(mnist.counts())
                .containsEntry(Split.TRAIN, 50_000)
                .containsEntry(Split.VALIDATION, 10_000)
                .containsEntry(Split.TEST, 10_000);
        assertThat(datasets.open("mnist").split(Split.TEST).range(0, 5).labels())
                .containsExactly(7, 2, 1, 0, 4);
        assertThat(mnist.digest()).isEqualTo("13d7fb3f489c638fcb0292d2696dfd287c38c2ff6b650102cf6a9d7e4ec47f1e");
    }

    @Test
    void stackedMnistHoldsThreeDigitsOfMnist() {
        DatasetDescription announced = datasets.find("stacked-mnist").orElseThrow();
        Dataset stacked = datasets.open("stacked-mnist");

        assertThat(stacked.description().digest()).isEqualTo(announced.digest());
        assertThat(stacked.description().counts()).isEqualTo(announced.counts());
        assertThat(stacked.description().classCount()).isEqualTo(1000);
        assertThat(channels(stacked.split(Split.TEST), 0)).isEqualTo(3);
    }

    /** How many channels of a sample hold ink. */
    private static int channels(SampleSource source, int index) {
        ByteBuffer pixels = ByteBuffer.allocate(3 * 784);
        source.copyBytes(new int[] {index}, pixels);
        int channels = 0;
        for (int channel = 0; channel < 3; channel++) {
            long ink = 0;
            for (int i = 0; i < 784; i++) {
                ink += pixels.get(channel * 784 + i) & 0xFF;
            }
            channels += ink > 0 ? 1 : 0;
        }
        return channels;
    }
}
