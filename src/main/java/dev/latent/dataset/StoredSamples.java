package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Table;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run of samples in the files of a prepared folder. */
final class StoredSamples implements SampleSource {
    private final SampleShape shape;
    private final SampleValues values;
    private final @Nullable Columns columns;
    private final @Nullable MappedRecords labels;
    private final Extent extent;

    /** @param columns of vectors, or null for images and where they are not known yet */
    StoredSamples(
            SampleShape shape,
            SampleValues values,
            @Nullable Columns columns,
            @Nullable MappedRecords labels,
            Extent extent) {
        this.shape = shape;
        this.values = values;
        this.columns = columns;
        this.labels = labels;
        this.extent = extent;
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public int count() {
        return extent.count();
    }

    @Override
    public int label(int index) {
        int stored = stored(index);
        return labels == null ? -1 : labels.mapping(stored).getInt(labels.offset(stored));
    }

    @Override
    public boolean labelled() {
        return labels != null;
    }

    @Override
    public void copy(int index, float[] target, int offset) {
        copyFloats(new int[] {index}, FloatBuffer.wrap(target, offset, shape.size()));
    }

    @Override
    public boolean bytes() {
        return values.bytes();
    }

    @Override
    public void copyBytes(int[] indices, ByteBuffer target) {
        for (int index : indices) {
            values.putBytes(stored(index), target);
        }
    }

    @Override
    public void copyFloats(int[] indices, FloatBuffer target) {
        if (columns == null) {
            for (int index : indices) {
                values.putFloats(stored(index), target);
            }
            return;
        }
        double[] row = new double[shape.size()];
        for (int index : indices) {
            copyDifferences(index, row, 0);
            for (int i = 0; i < row.length; i++) {
                target.put(columns.standardize(i, row[i]));
            }
        }
    }

    @Override
    public Table table(int from, int count) {
        if (columns == null) {
            throw new UnsupportedOperationException("images have no columns");
        }
        double[] differences = new double[Math.multiplyExact(count, shape.size())];
        int[] classes = labelled() ? new int[count] : null;
        for (int i = 0; i < count; i++) {
            copyDifferences(from + i, differences, i * shape.size());
            if (classes != null) {
                classes[i] = label(from + i);
            }
        }
        return new Table(columns, differences, values.singles(), classes);
    }

    /** Whether float32 holds all that is stored. */
    boolean singles() {
        return values.singles();
    }

    /** Of a row's numbers to their columns' offsets. */
    void copyDifferences(int index, double[] target, int offset) {
        values.copyDifferences(stored(index), target, offset);
    }

    private int stored(int index) {
        return extent.from() + Objects.checkIndex(index, extent.count());
    }
}
