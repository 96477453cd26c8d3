package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a layer computes, as data: its kind, its sizes, its weights. A network can be walked by it and written down
 * elsewhere. What only concerns the engine (memory layouts, precision while training) is not in it.
 */
public sealed interface LayerDescription {
    /** One layer after the other; the input itself where there is none. */
    record Sequence(List<LayerDescription> layers) implements LayerDescription {}

    /** x + h(x). */
    record Residual(LayerDescription h) implements LayerDescription {}

    /** x Wᵀ + b. {@code [n, in]} → {@code [n, out]}. @param weight W, {@code [out, in]} @param bias b, {@code [out]}, or null */
    record Linear(Weight weight, @Nullable Weight bias) implements LayerDescription {}

    /**
     * {@code [n, in, h, w]} → {@code [n, out, h', w']}.
     *
     * @param transposed whether it is a fractionally-strided one
     * @param weight {@code [out, in, side, side]}; {@code [in, out, side, side]} of a transposed one
     * @param bias {@code [out]}, or null
     */
    record Convolution(
            Kernel kernel,
            boolean transposed,
            Weight weight,
            @Nullable Weight bias) implements LayerDescription {}

    /**
     * scale · (x − mean) / √(variance + ε) + shift of each channel, with the running statistics. {@code [n, c]} or
     * {@code [n, c, h, w]}, the others {@code [c]}.
     */
    record BatchNormalization(NDArray scale, NDArray shift, NDArray mean, NDArray variance, double epsilon)
            implements LayerDescription {}

    /** The same with mean and variance of each channel of each image. {@code [n, c, h, w]}, the others {@code [c]}. */
    record InstanceNormalization(NDArray scale, NDArray shift, double epsilon) implements LayerDescription {}

    /** A non-linearity, element by element. */
    record Activated(Activation activation) implements LayerDescription {}

    /** {@code [n, …]} → {@code [n, d]}. @param byPixel whether an image's values come pixel after pixel, not channel after channel */
    record Flattened(boolean byPixel) implements LayerDescription {}

    /** {@code [n, d]} → {@code [n, …]}. @param byPixel whether the values come pixel after pixel @param sample sizes of one sample, {@code [c, h, w]} or {@code [d]} */
    record Shaped(List<Long> sample, boolean byPixel) implements LayerDescription {}

    /** factor · x + offset. */
    record Scaled(double factor, double offset) implements LayerDescription {}

    /** {@code [n, 1]} → {@code [n]}. */
    record Squeezed() implements LayerDescription {}

    /** Values behind which stand zeros: {@code [n, d]} → {@code [n, d + zeros]}. */
    record Extended(int zeros) implements LayerDescription {}

    /** Images with borders in which they are mirrored. @param width in pixels */
    record Reflected(int width) implements LayerDescription {}

    /** Blocks of pixels become channels: {@code [n, c, f·h, f·w]} → {@code [n, c·f², h, w]}, a channel's pixels one after the other. @param factor f */
    record Unshuffled(int factor) implements LayerDescription {}

    /** The way back: {@code [n, c·f², h, w]} → {@code [n, c, f·h, f·w]}. @param factor f */
    record Shuffled(int factor) implements LayerDescription {}

    /** Σ w log(1 + eˣ⁻²) over an image's places, w being a softmax over them. {@code [n, 2, h, w]}, x and logits of w → {@code [n]} */
    record Attended() implements LayerDescription {}

    /**
     * ψ(φ(x)) + yᵀVφ(x), y being a one among zeros (Miyato & Koyama 2018, eq. 3). {@code [n, …]} → {@code [n]}.
     *
     * @param features φ, {@code [n, d]}
     * @param score ψ
     * @param projection V, from y, {@code [n, classes]} → {@code [n, d]}
     */
    record Projected(LayerDescription features, LayerDescription score, LayerDescription projection)
            implements LayerDescription {}

    /**
     * A weight as it was trained.
     *
     * @param singular an estimate of its first left singular vector where it is divided by its largest singular value
     *     (Miyato 2018), else null
     */
    record Weight(NDArray trained, @Nullable NDArray singular) {
        /** As it is computed with. */
        public NDArray values() {
            if (singular == null) {
                return trained;
            }
            NDArray rows = trained.reshape(trained.getShape().get(0), -1);
            NDArray right = singular.matMul(rows);
            NDArray v = right.div(right.norm());
            NDArray left = rows.matMul(v);
            return trained.div(left.div(left.norm()).dot(left));
        }
    }

    /** One after the other; those that are sequences themselves are taken apart. */
    static LayerDescription inTurn(List<LayerDescription> layers) {
        List<LayerDescription> flat = new ArrayList<>();
        layers.forEach(layer -> flat.addAll(layer instanceof Sequence sequence ? sequence.layers : List.of(layer)));
        return flat.size() == 1 ? flat.get(0) : new Sequence(List.copyOf(flat));
    }

    /** This, and then the activation. */
    default LayerDescription then(Activation activation) {
        return activation == Activation.NONE ? this : inTurn(List.of(this, new Activated(activation)));
    }

    /** All layers that are no mere sequence, in the order in which they compute. */
    default Stream<LayerDescription> leaves() {
        return this instanceof Sequence sequence
                ? sequence.layers.stream().flatMap(LayerDescription::leaves)
                : Stream.of(this);
    }

    /** What gives its input as it is. */
    static LayerDescription none() {
        return new Sequence(List.of());
    }

    static List<Long> sizes(int... sizes) {
        return Arrays.stream(sizes).asLongStream().boxed().toList();
    }
}
