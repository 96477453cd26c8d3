package dev.latent.nn.layer;

import ai.djl.ndarray.types.Shape;

/** {@code [n, in]} → {@code [n, out]}: x Wᵀ + b. */
public final class Linear {
    /** With no more weights than this the engine takes longer in bfloat16 (batches of 64). */
    private static final long THIN = 1 << 14;

    private Linear() {}

    /** @param initializer of the weight; the bias starts at zero */
    public static Layer of(Weights weights, String name, long in, long out, Initializer initializer) {
        return of(weights, name, new Shape(out, in), initializer, true, Activation.NONE);
    }

    public static Layer of(Weights weights, String name, long in, long out) {
        return of(weights, name, in, out, Initializer.glorot(in, out));
    }

    /** Without b. */
    public static Layer unbiased(Weights weights, String name, long in, long out, Initializer initializer) {
        return of(weights, name, new Shape(out, in), initializer, false, Activation.NONE);
    }

    /** With an activation after it, in the memory of its result. */
    static Layer activated(Weights weights, String name, long in, long out, Activation activation) {
        return of(weights, name, new Shape(out, in), Initializer.glorot(in, out), true, activation);
    }

    private static Layer of(
            Weights weights, String name, Shape shape, Initializer initializer, boolean biased, Activation activation) {
        weights.parameter(name + ".weight", shape, initializer);
        if (biased) {
            weights.parameter(name + ".bias", new Shape(shape.get(0)), Initializer.ZEROS);
        }
        Precision precision = shape.size() <= THIN ? Precision.FLOAT32 : weights.precision();
        return WeightedCall.of(
                weights,
                name,
                biased,
                activation.over("torch.linear(%s, %s, %s)"),
                precision,
                (weight, bias) -> new LayerDescription.Linear(weight, bias).then(activation));
    }
}
