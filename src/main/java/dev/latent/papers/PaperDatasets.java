package dev.latent.papers;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.Storage;
import dev.latent.dataset.builtin.BuiltInDatasets;
import dev.latent.dataset.source.FoundDatasets;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The prepared folders of what is learned from. */
final class PaperDatasets {
    static final String MNIST = "mnist";
    static final String INVERTED = "mnist-inverted";
    static final String VARIABLE = "LATENT_DATASETS_DIRECTORY";

    private final Datasets datasets;
    private final Path scratch;

    /** @param directory of datasets, or null @param scratch for what is made of them */
    PaperDatasets(@Nullable Path directory, Path scratch) {
        LatentHome home = new LatentHome(scratch.resolve("home"));
        this.scratch = scratch;
        this.datasets = new Datasets(List.of(
                new BuiltInDatasets(home),
                new FoundDatasets(new DatasetProperties(directory, ImportLimits.usual()), home)));
    }

    /** Empty where one of them is not there. */
    Optional<List<Path>> folders(List<String> names) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : names) {
            String source = name.equals(INVERTED) ? MNIST : name;
            if (datasets.find(source).isEmpty()) {
                return Optional.empty();
            }
            Path folder = datasets.folder(source);
            folders.add(name.equals(INVERTED) ? inverted(folder) : folder);
        }
        return Optional.of(folders);
    }

    /** The same images under the same indices, black for white. */
    private Path inverted(Path folder) throws IOException {
        Path target = scratch.resolve(INVERTED);
        if (!Files.exists(target)) {
            try (Dataset dataset = Dataset.open(folder);
                    DatasetWriter writer = DatasetWriter.create(target, layout(dataset.description()))) {
                for (Split split : Split.values()) {
                    invert(dataset.split(split), split, writer);
                }
                writer.finish();
            }
        }
        return target;
    }

    private static DatasetLayout layout(DatasetDescription original) {
        return new DatasetLayout(
                INVERTED,
                original.shape(),
                original.classes(),
                Storage.UINT8,
                "1 − x of every x in " + original.name());
    }

    private static void invert(SampleSource source, Split split, DatasetWriter writer) throws IOException {
        int[] indices = IntStream.range(0, source.count()).toArray();
        ByteBuffer bytes = ByteBuffer.allocate(source.count() * source.shape().size());
        source.copyBytes(indices, bytes);
        byte[] pixels = bytes.array();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
        writer.add(split, pixels, IntStream.of(indices).map(source::label).toArray());
    }
}
