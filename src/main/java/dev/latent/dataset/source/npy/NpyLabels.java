package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.LabelClasses;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels in a NumPy array {@code [n]} of whole numbers, one a sample. */
final class NpyLabels implements Closeable {
    private final SourceFile file;
    private final NpyRows rows;

    private NpyLabels(SourceFile file, NpyRows rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Null where there are none. */
    static @Nullable NpyLabels open(@Nullable SourceFile file) throws IOException {
        if (file == null) {
            return null;
        }
        NpyRows rows = NpyRows.open(file);
        int[] shape = rows.header().shape();
        if (shape.length == 0 || rows.header().rowSize() != 1) {
            rows.close();
            throw new DatasetRefused(file.path(), "labels are an array [n], not " + Arrays.toString(shape));
        }
        return new NpyLabels(file, rows);
    }

    static LabelClasses classes(@Nullable SourceFile file, ImportLimits limits) throws IOException {
        try (NpyLabels labels = open(file)) {
            if (labels == null) {
                return LabelClasses.none();
            }
            Set<String> names = new HashSet<>();
            while (labels.rows.hasNext()) {
                names.add(labels.next());
                if (names.size() > limits.classes()) {
                    throw DatasetRefused.tooLarge(
                            labels.file.path(), "there are more than " + limits.classes() + " different labels");
                }
            }
            return LabelClasses.of(names);
        }
    }

    void requireCount(int samples) throws DatasetRefused {
        if (rows.count() != samples) {
            throw new DatasetRefused(file.path(), rows.count() + " labels for " + samples + " samples");
        }
    }

    /** The next label's name. */
    String next() throws IOException {
        double value = rows.next()[0];
        if (value != Math.rint(value)) {
            throw new DatasetRefused(file.path(), "label " + rows.index() + " is " + value + ", no whole number");
        }
        return Long.toString((long) value);
    }

    int nextIndex(LabelClasses classes) throws IOException {
        return classes.index(next(), file.path());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
