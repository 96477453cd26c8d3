package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** {@code [n, in]} → {@code [n, out]}: x Wᵀ + b. */
public final class Linear implements Layer {
    private final Layer call;

    /** @param initializer of the weight; the bias starts at zero */
    public Linear(Weights weights, String name, long in, long out, Initializer initializer) {
        this(weights, name, new Shape(out, in), initializer, true, Activation.NONE);
    }

    public Linear(Weights weights, String name, long in, long out) {
        this(weights, name, in, out, Initializer.glorot(in, out));
    }

    private Linear(
            Weights weights, String name, Shape shape, Initializer initializer, boolean biased, Activation activation) {
        weights.parameter(name + ".weight", shape, initializer);
        if (biased) {
            weights.parameter(name + ".bias", new Shape(shape.get(0)), Initializer.ZEROS);
        }
        call = new WeightedCall(
                weights, name, biased, activation.over("torch.linear(%s, %s, %s)"), weights.precision());
    }

    /** Without b. */
    public static Linear unbiased(Weights weights, String name, long in, long out, Initializer initializer) {
        return new Linear(weights, name, new Shape(out, in), initializer, false, Activation.NONE);
    }

    /** With an activation after it, computed in the same call. */
    static Linear activated(Weights weights, String name, long in, long out, Activation activation) {
        return new Linear(weights, name, new Shape(out, in), Initializer.glorot(in, out), true, activation);
    }

    @Override
    public NDArray apply(NDArray x) {
        return call.apply(x);
    }
}
