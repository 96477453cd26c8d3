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

    /** Blocks of 2 × 2 pixels become channels. {@code [n, c, 2h, 2w]} → {@code [n, 4c, h, w]} */
    static Layer unshuffled() {
        return NativeLayer.of(
                "torch.contiguous(torch.pixel_unshuffle(x, 2), memory_format=2)", new LayerDescription.Unshuffled(2));
    }

    /** Channels become blocks of 2 × 2 pixels. {@code [n, 4c, h, w]} → {@code [n, c, 2h, 2w]} */
    static Layer shuffled() {
        return NativeLayer.of("torch.pixel_shuffle(x, 2)", new LayerDescription.Shuffled(2));
    }

    /** Σ w log(1 + eˣ⁻²) over an image's places, w being a softmax over them. {@code [n, 2, h, w]}, x and logits of w → {@code [n]} */
    static Layer attended() {
        return NativeLayer.of(
                "torch.sum(torch.mul(torch.softmax(torch.flatten(torch.select(x, 1, 1), 1, -1), 1),"
                        + " torch.softplus(torch.sub(torch.flatten(torch.select(x, 1, 0), 1, -1), 2.))), [1])",
                new LayerDescription.Attended());
    }

    /** Images with borders of {@code width} pixels in which they are mirrored. {@code [n, c, h, w]}, sides above width. */
    static Layer reflected(int width) {
        return NativeLayer.of(
                "torch.reflection_pad2d(x, [%1$d, %1$d, %1$d, %1$d])".formatted(width),
                new LayerDescription.Reflected(width));
    }
}
