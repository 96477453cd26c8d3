package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** {@code [n, d]} → {@code [n, …]}. No native layer, whose text would name a model's sizes. */
record Reshape(Shape batch, boolean byPixel, LayerDescription description) implements Layer {
    /** Values one after the other. */
    static Reshape of(int... sample) {
        return new Reshape(batch(sample), false, new LayerDescription.Shaped(LayerDescription.sizes(sample), false));
    }

    /** Values pixel after pixel: the order in which the channels-last layout has them, so that nothing is copied. */
    static Reshape pixels(int channels, int height, int width) {
        return new Reshape(
                batch(height, width, channels),
                true,
                new LayerDescription.Shaped(LayerDescription.sizes(channels, height, width), true));
    }

    private static Shape batch(int... sample) {
        long[] sizes = new long[sample.length];
        for (int i = 0; i < sample.length; i++) {
            sizes[i] = sample[i];
        }
        return new Shape(-1).addAll(new Shape(sizes));
    }

    @Override
    public NDArray apply(NDArray x) {
        NDArray shaped = x.reshape(batch);
        return byPixel ? shaped.transpose(0, 3, 1, 2) : shaped;
    }
}
