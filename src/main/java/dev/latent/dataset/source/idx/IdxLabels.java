package dev.latent.dataset.source.idx;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.LabelClasses;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Labels in an IDX file, one after the other; or none. */
final class IdxLabels implements Closeable {
    private static final int BLOCK = 1 << 14;

    private final @Nullable IdxFile file;
    private final String path;
    private byte[] block = {};
    private int next;
    private int read;

    private IdxLabels(@Nullable IdxFile file, String path) {
        this.file = file;
        this.path = path;
    }

    /** @param source null where there are no labels */
    static IdxLabels open(@Nullable SourceFile source, int images) throws IOException {
        if (source == null) {
            return new IdxLabels(null, "");
        }
        IdxFile file = IdxFile.open(source);
        if (file.count() != images) {
            file.close();
            throw new DatasetRefused(source.path(), file.count() + " labels for " + images + " images");
        }
        return new IdxLabels(file, source.path());
    }

    /** Those that occur in the training labels. */
    static LabelClasses classes(@Nullable SourceFile training) throws IOException {
        if (training == null) {
            return LabelClasses.none();
        }
        Set<String> names = new TreeSet<>();
        try (IdxFile labels = IdxFile.open(training)) {
            for (int done = 0; done < labels.count(); done += BLOCK) {
                for (byte label : labels.next(Math.min(BLOCK, labels.count() - done))) {
                    names.add(Integer.toString(label & 0xFF));
                }
            }
        }
        return LabelClasses.of(names);
    }

    /** The next class, −1 without labels. */
    int next(LabelClasses classes) throws IOException {
        if (file == null) {
            return -1;
        }
        if (next == block.length) {
            block = file.next(Math.min(BLOCK, file.count() - read));
            read += block.length;
            next = 0;
        }
        return classes.index(Integer.toString(block[next++] & 0xFF), path);
    }

    void requireEnd() throws IOException {
        if (file != null) {
            file.requireEnd();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
