package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;

/** x + h(x), where that is no single native call. */
record Residual(Layer h) implements Layer {
    @Override
    public NDArray apply(NDArray x) {
        return x.add(h.apply(x));
    }

    @Override
    public LayerDescription description() {
        return new LayerDescription.Residual(h.description());
    }
}
