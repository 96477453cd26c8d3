package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Appends samples to the files of one split. */
final class SplitWriter implements Closeable {
    private final DatasetLayout layout;
    private final DigestedFile values;
    private final PreparedFiles files;
    private final Split split;
    private final WrittenSizes sizes = new WrittenSizes();
    private @Nullable DigestedFile labels;
    private int count;

    SplitWriter(DatasetLayout layout, PreparedFiles files, Split split) throws IOException {
        this.layout = layout;
        this.files = files;
        this.split = split;
        values = new DigestedFile(files.values(split));
    }

    void add(byte[] samples, int @Nullable [] classes) throws IOException {
        int added = samples.length / layout.sampleBytes();
        if (samples.length % layout.sampleBytes() != 0) {
            throw new IllegalArgumentException("not whole samples of " + layout.sampleBytes() + " bytes");
        }
        add(samples, added, classes);
    }

    /** A picture of its own size. */
    void add(SampleShape.Image size, byte[] picture, int @Nullable [] classes) throws IOException {
        if ((long) size.height() * size.width() * layout.pixelBytes() != picture.length) {
            throw new IllegalArgumentException("not a picture of " + size);
        }
        sizes.add(size);
        add(picture, 1, classes);
    }

    private void add(byte[] samples, int added, int @Nullable [] classes) throws IOException {
        requireLabels(added, classes);
        if (classes != null) {
            writeLabels(classes);
        }
        values.write(samples);
        count = Math.addExact(count, added);
    }

    /** All samples of a split have labels, or none has; those to train on have if there are classes. */
    private void requireLabels(int added, int @Nullable [] classes) {
        boolean wanted = layout.classes() != null && (split != Split.TEST || labels != null);
        boolean possible = layout.classes() != null && (count == 0 || labels != null);
        if (classes == null ? wanted : !possible || classes.length != added) {
            throw new IllegalArgumentException("a labelled dataset takes one label a sample, another one none");
        }
    }

    private void writeLabels(int[] classes) throws IOException {
        DigestedFile file = labels;
        if (file == null) {
            file = new DigestedFile(files.labels(split));
            labels = file;
        }
        file.write(encoded(classes));
    }

    /** Whether its samples have labels; only those to test on may be without where there are classes. */
    boolean labelled() {
        return labels != null;
    }

    private byte[] encoded(int[] classes) {
        ByteBuffer bytes = ByteBuffer.allocate(classes.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int label : classes) {
            if (label < 0 || label >= layout.classCount()) {
                throw new IllegalArgumentException("label " + label + " is outside 0 … " + (layout.classCount() - 1));
            }
            bytes.putInt(label);
        }
        return bytes.array();
    }

    int count() {
        return count;
    }

    /** Syncs the files. */
    void finish() throws IOException {
        values.finish();
        if (labels != null) {
            labels.finish();
        }
    }

    /** Of pictures that were added with their sizes. */
    WrittenSizes sizes() {
        return sizes;
    }

    /** Of all that was written. */
    String digest() {
        return values.digest() + (labels == null ? "" : " " + labels.digest());
    }

    @Override
    public void close() throws IOException {
        values.close();
        if (labels != null) {
            labels.close();
        }
    }
}
