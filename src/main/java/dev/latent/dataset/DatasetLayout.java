package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset before its samples are written.
 *
 * @param classes the classes' names by label, or null where samples have no labels
 * @param source where it comes from, in words
 * @param table what is known of the columns of vectors
 */
public record DatasetLayout(
        String name,
        SampleShape shape,
        @Nullable List<String> classes,
        Storage storage,
        String source,
        TableLayout table) {
    /** Without names. */
    public DatasetLayout(
            String name, SampleShape shape, @Nullable List<String> classes, Storage storage, String source) {
        this(name, shape, classes, storage, source, TableLayout.NAMELESS);
    }

    /** Bytes a sample takes on disk. */
    public int sampleBytes() {
        return Math.multiplyExact(shape.size(), storage.width());
    }

    int classCount() {
        return classes == null ? 0 : classes.size();
    }
}
