package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.util.Objects;

/** One source of pictures after another as one. */
record JoinedPictures(PictureSource first, PictureSource second) implements PictureSource {
    @Override
    public int count() {
        return first.count() + second.count();
    }

    @Override
    public SampleShape.Image shape(int index) {
        return source(index).shape(local(index));
    }

    @Override
    public void copy(int index, Window window, float[] target, int offset) {
        source(index).copy(local(index), window, target, offset);
    }

    private PictureSource source(int index) {
        Objects.checkIndex(index, count());
        return index < first.count() ? first : second;
    }

    private int local(int index) {
        return index < first.count() ? index : index - first.count();
    }
}
