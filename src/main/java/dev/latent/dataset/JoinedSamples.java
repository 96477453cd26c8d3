package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Table;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;

/** One source after another as one. */
record JoinedSamples(SampleSource first, SampleSource second) implements SampleSource {
    @Override
    public SampleShape shape() {
        return first.shape();
    }

    @Override
    public int count() {
        return first.count() + second.count();
    }

    @Override
    public int label(int index) {
        return source(index).label(local(index));
    }

    @Override
    public boolean labelled() {
        return first.labelled();
    }

    @Override
    public void copy(int index, float[] target, int offset) {
        source(index).copy(local(index), target, offset);
    }

    @Override
    public boolean bytes() {
        return first.bytes();
    }

    @Override
    public void copyBytes(int[] indices, ByteBuffer target) {
        int[] one = new int[1];
        for (int index : indices) {
            one[0] = local(index);
            source(index).copyBytes(one, target);
        }
    }

    @Override
    public void copyFloats(int[] indices, FloatBuffer target) {
        int[] one = new int[1];
        for (int index : indices) {
            one[0] = local(index);
            source(index).copyFloats(one, target);
        }
    }

    /** Of one of the two sources. */
    @Override
    public Table table(int from, int count) {
        return source(from).table(local(from), count);
    }

    @Override
    public PictureSource pictures() {
        return new JoinedPictures(first.pictures(), second.pictures());
    }

    private SampleSource source(int index) {
        Objects.checkIndex(index, count());
        return index < first.count() ? first : second;
    }

    private int local(int index) {
        return index < first.count() ? index : index - first.count();
    }
}
