package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** A function of a batch, with weights of its own or none. */
public interface Layer {
    NDArray apply(NDArray x);

    /** What it computes, as data. */
    LayerDescription description();

    /** One after the other: as few native calls as the layers allow. */
    static Layer chain(List<Layer> layers) {
        return Chain.of(layers);
    }

    /** x + h(x). */
    static Layer residual(Layer h) {
        return h instanceof NativeLayer layer ? NativeLayer.residual(layer) : new Residual(h);
    }

    /** Values of each sample one after the other. {@code [n, …]} → {@code [n, d]} */
    static Layer flattened() {
        return NativeLayer.of("torch.flatten(x, 1, -1)", new LayerDescription.Flattened(false));
    }

    /** {@code [n, 1]} → {@code [n]}. */
    static Layer squeezed() {
        return NativeLayer.of("torch.squeeze(x, 1)", new LayerDescription.Squeezed());
    }

    /** {@code [n, d]} → {@code [n, …]}. @param dimensions of a sample */
    static Layer shaped(int... dimensions) {
        return Reshape.of(dimensions);
    }

    /** Images with borders of {@code width} pixels in which they are mirrored. {@code [n, c, h, w]}, sides above width. */
    static Layer reflected(int width) {
        return NativeLayer.of(
                "torch.reflection_pad2d(x, [%1$d, %1$d, %1$d, %1$d])".formatted(width),
                new LayerDescription.Reflected(width));
    }
}
