package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperDatasetsTests {
    private static final int IMAGES = 24;
    private static final int SIDE = 4;

    @TempDir
    Path folder;

    @Test
    void withoutMnistThereIsNothingToLearnFromButWhatTheServiceMakes() throws IOException {
        PaperDatasets datasets = new PaperDatasets(null, folder);

        assertThat(datasets.folders(List.of("mnist"))).isEmpty();
        assertThat(datasets.folders(List.of("mnist", "mnist-inverted"))).isEmpty();
        assertThat(datasets.folders(List.of("ring"))).isPresent();
    }

    @Test
    void theInvertedImagesHaveTheIndicesAndLabelsOfTheirOriginals() throws IOException {
        List<Path> folders = new PaperDatasets(directoryWithMnist(), folder.resolve("scratch"))
                .folders(List.of("mnist", "mnist-inverted"))
                .orElseThrow();

        try (Dataset original = Dataset.open(folders.get(0));
                Dataset inverted = Dataset.open(folders.get(1))) {
            for (Split split : Split.values()) {
                assertInverted(original.split(split), inverted.split(split));
            }
        }
    }

    @Test
    void theInvertedDatasetIsMadeOnce() throws IOException {
        PaperDatasets datasets = new PaperDatasets(directoryWithMnist(), folder.resolve("scratch"));

        assertThat(datasets.folders(List.of("mnist-inverted"))).isEqualTo(datasets.folders(List.of("mnist-inverted")));
    }

    @Test
    void mnistKeepsItsFolderWhenItsFilesAreTouched() throws IOException {
        Path directory = directoryWithMnist();
        List<Path> before = mnistIn(directory);
        Path images = directory.resolve("mnist").resolve("train-images-idx3-ubyte");
        Files.setLastModifiedTime(images, FileTime.fromMillis(1));

        assertThat(mnistIn(directory)).isEqualTo(before);
    }

    private List<Path> mnistIn(Path directory) throws IOException {
        return new PaperDatasets(directory, folder.resolve("scratch"))
                .folders(List.of("mnist"))
                .orElseThrow();
    }

    private static void assertInverted(SampleSource original, SampleSource inverted) {
        assertThat(inverted.count()).isEqualTo(original.count()).isPositive();
        for (int i = 0; i < original.count(); i++) {
            float[] before = original.range(i, 1).values();
            float[] after = inverted.range(i, 1).values();
            for (int pixel = 0; pixel < before.length; pixel++) {
                assertThat(after[pixel]).isEqualTo(1 - before[pixel], org.assertj.core.data.Offset.offset(1e-6f));
            }
            assertThat(inverted.label(i)).isEqualTo(original.label(i));
        }
    }

    private Path directoryWithMnist() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("datasets").resolve("mnist"));
        for (String split : List.of("train", "t10k")) {
            Files.write(mnist.resolve(split + "-images-idx3-ubyte"), idx(IMAGES * SIDE * SIDE, IMAGES, SIDE, SIDE));
            Files.write(mnist.resolve(split + "-labels-idx1-ubyte"), idx(IMAGES, IMAGES));
        }
        return mnist.getParent();
    }

    private static byte[] idx(int values, int... dimensions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x800 | dimensions.length);
        for (int dimension : dimensions) {
            out.writeInt(dimension);
        }
        for (int i = 0; i < values; i++) {
            out.write(dimensions.length == 1 ? i % 10 : i * 37);
        }
        return bytes.toByteArray();
    }
}
