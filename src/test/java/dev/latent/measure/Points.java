package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Points whose density is known. */
final class Points {
    private Points() {}

    /** From N(0, diag deviations²), {@code [n, deviations.length]}. */
    static NDArray normal(NDManager manager, int n, float... deviations) {
        return manager.randomNormal(new Shape(n, deviations.length)).mul(manager.create(deviations));
    }
}
