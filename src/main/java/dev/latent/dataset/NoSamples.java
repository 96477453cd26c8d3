package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Table;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** An empty split. */
record NoSamples(SampleShape shape) implements SampleSource {
    @Override
    public int count() {
        return 0;
    }

    @Override
    public int label(int index) {
        throw outside(index);
    }

    @Override
    public void copy(int index, float[] target, int offset) {
        throw outside(index);
    }

    @Override
    public boolean bytes() {
        return false;
    }

    @Override
    public void copyBytes(int[] indices, ByteBuffer target) {
        requireNone(indices);
    }

    @Override
    public void copyFloats(int[] indices, FloatBuffer target) {
        requireNone(indices);
    }

    @Override
    public Table table(int from, int count) {
        throw outside(from);
    }

    private static void requireNone(int[] indices) {
        if (indices.length > 0) {
            throw outside(indices[0]);
        }
    }

    private static IndexOutOfBoundsException outside(int index) {
        return new IndexOutOfBoundsException("there is no sample " + index + ": the split is empty");
    }
}
