package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * An open prepared dataset. Its samples are mapped, so a million of them cost no heap. Any number of threads may read.
 *
 * <pre>
 * dataset.json      the description, the storage, and which samples of which file make a split
 * train.values      samples one after the other, uint8 or little-endian float32 or float64
 * train.labels      little-endian int32, where there are classes
 * …                 the same for test, and for validation where the source brought one
 * </pre>
 */
public final class Dataset implements AutoCloseable {
    private final Path folder;
    private final DatasetDescription description;
    private final Map<Split, SampleSource> splits;
    private volatile boolean closed;

    private Dataset(Path folder, DatasetDescription description, Map<Split, SampleSource> splits) {
        this.folder = folder;
        this.description = description;
        this.splits = splits;
    }

    /** @throws IOException if the folder holds no prepared dataset, or one that does not fit its description */
    public static Dataset open(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        PreparedFiles files = new PreparedFiles(folder);
        Map<Split, SampleSource> splits = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            Extent extent = manifest.splits().getOrDefault(split, new Extent(split, 0, 0));
            splits.put(
                    split,
                    files.map(manifest.layout(), extent, manifest.description().columns()));
        }
        return new Dataset(folder, manifest.description(), splits);
    }

    public DatasetDescription description() {
        return description;
    }

    public Path folder() {
        return folder;
    }

    /** The samples of a split; it may be empty. */
    public SampleSource split(Split split) {
        if (closed) {
            throw new IllegalStateException("the dataset " + description.name() + " is closed");
        }
        return Objects.requireNonNull(splits.get(split));
    }

    /** What a job trains on. */
    public SampleSource training(TrainOn trainOn) {
        return switch (trainOn) {
            case TRAIN -> split(Split.TRAIN);
            case TRAIN_AND_VALIDATION -> new JoinedSamples(split(Split.TRAIN), split(Split.VALIDATION));
        };
    }

    /** No more sources are handed out; the mappings end when the last one is garbage. */
    @Override
    public void close() {
        closed = true;
    }
}
