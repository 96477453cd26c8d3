package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.util.function.IntToDoubleFunction;

/** The images of a source, which are of one size. */
record EqualPictures(SampleSource source) implements PictureSource {
    @Override
    public int count() {
        return source.count();
    }

    @Override
    public SampleShape.Image shape(int index) {
        return (SampleShape.Image) source.shape();
    }

    @Override
    public void copy(int index, Window window, float[] target, int offset) {
        window.requireWithin(shape(index));
        if (source.bytes()) {
            ByteBuffer bytes = ByteBuffer.allocate(source.shape().size());
            source.copyBytes(new int[] {index}, bytes);
            cut(at -> (bytes.get(at) & 0xff) / 255.0, window, target, offset);
        } else {
            float[] values = new float[source.shape().size()];
            source.copy(index, values, 0);
            cut(at -> values[at], window, target, offset);
        }
    }

    private void cut(IntToDoubleFunction picture, Window window, float[] target, int offset) {
        SampleShape.Image whole = (SampleShape.Image) source.shape();
        int to = offset;
        for (int channel = 0; channel < whole.channels(); channel++) {
            for (int y = window.top(); y < window.top() + window.height(); y++) {
                int row = (channel * whole.height() + y) * whole.width() + window.left();
                for (int x = 0; x < window.width(); x++) {
                    target[to++] = (float) picture.applyAsDouble(row + x);
                }
            }
        }
    }
}
