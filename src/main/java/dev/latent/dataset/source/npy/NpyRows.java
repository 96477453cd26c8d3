package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.exchange.npy.NpyHeader;
import dev.latent.exchange.npy.NpyReader;
import dev.latent.exchange.npy.UnreadableNpy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A NumPy array read entry by entry along its first dimension; whatever is wrong with it names the file. */
final class NpyRows implements Closeable {
    private final String path;
    private final InputStream in;
    private final NpyReader reader;
    private int next;

    private NpyRows(String path, InputStream in, NpyReader reader) {
        this.path = path;
        this.in = in;
        this.reader = reader;
    }

    static NpyRows open(SourceFile file) throws IOException {
        InputStream in = new BufferedInputStream(file.open(), 1 << 16);
        try {
            return new NpyRows(file.path(), in, new NpyReader(in, () -> new BufferedInputStream(file.open(), 1 << 16)));
        } catch (UnreadableNpy | ZipException e) {
            in.close();
            throw new DatasetRefused(file.path(), e.getMessage());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    NpyHeader header() {
        return reader.header();
    }

    int count() {
        return reader.header().shape()[0];
    }

    boolean hasNext() throws IOException {
        if (next < count()) {
            return true;
        }
        try {
            reader.requireEnd();
            return false;
        } catch (UnreadableNpy | ZipException e) {
            throw new DatasetRefused(path, e.getMessage());
        }
    }

    /** The next entry's values, all finite. */
    double[] next() throws IOException {
        return next(null);
    }

    /** The same as differences to offsets, exactly. @param offsets by value; null for 0 */
    double[] next(double @Nullable [] offsets) throws IOException {
        try {
            double[] values = reader.next(offsets);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new DatasetRefused(path, "value " + i + " of entry " + next + " is no finite number");
                }
            }
            next++;
            return values;
        } catch (UnreadableNpy | ZipException e) {
            throw new DatasetRefused(path, e.getMessage());
        }
    }

    /** The number of the entry that {@link #next} gave. */
    int index() {
        return next - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
