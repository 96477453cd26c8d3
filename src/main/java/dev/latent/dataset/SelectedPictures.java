package dev.latent.dataset;

import dev.latent.sample.SampleShape;

/** Some pictures of a source, in an order of their own. */
record SelectedPictures(PictureSource source, int[] indices) implements PictureSource {
    @Override
    public int count() {
        return indices.length;
    }

    @Override
    public SampleShape.Image shape(int index) {
        return source.shape(indices[index]);
    }

    @Override
    public void copy(int index, Window window, float[] target, int offset) {
        source.copy(indices[index], window, target, offset);
    }
}
