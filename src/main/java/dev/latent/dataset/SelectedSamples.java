package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Some samples of a source, in an order of their own. */
record SelectedSamples(SampleSource source, int[] indices) implements SampleSource {
    @Override
    public SampleShape shape() {
        return source.shape();
    }

    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public int label(int index) {
        return source.label(indices[index]);
    }

    @Override
    public boolean labelled() {
        return source.labelled();
    }

    @Override
    public void copy(int index, float[] target, int offset) {
        source.copy(indices[index], target, offset);
    }

    @Override
    public boolean bytes() {
        return source.bytes();
    }

    @Override
    public void copyBytes(int[] of, ByteBuffer target) {
        source.copyBytes(inSource(of), target);
    }

    @Override
    public void copyFloats(int[] of, FloatBuffer target) {
        source.copyFloats(inSource(of), target);
    }

    @Override
    public PictureSource pictures() {
        return new SelectedPictures(source.pictures(), indices);
    }

    private int[] inSource(int[] of) {
        int[] mapped = new int[of.length];
        for (int i = 0; i < of.length; i++) {
            mapped[i] = indices[of[i]];
        }
        return mapped;
    }
}
