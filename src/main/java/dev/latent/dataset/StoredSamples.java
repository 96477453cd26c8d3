package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run of samples in the files of a prepared folder. */
final class StoredSamples implements SampleSource {
    private final SampleShape shape;
    private final SampleValues values;
    private final @Nullable MappedRecords labels;
    private final Extent extent;

    StoredSamples(SampleShape shape, SampleValues values, @Nullable MappedRecords labels, Extent extent) {
        this.shape = shape;
        this.values = values;
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
        for (int index : indices) {
            values.putFloats(stored(index), target);
        }
    }

    private int stored(int index) {
        return extent.from() + Objects.checkIndex(index, extent.count());
    }
}
