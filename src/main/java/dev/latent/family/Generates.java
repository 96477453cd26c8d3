package dev.latent.family;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** Makes samples from codes drawn from N(0, I). */
public interface Generates {
    int latentDimension();

    /** Whether {@link #generate} takes labels. */
    default boolean conditional() {
        return false;
    }

    /**
     * @param z {@code [n, latentDimension]}
     * @param labels int64 {@code [n]}, or shares of the classes, float32 {@code [n, classes]}, where the model is
     *     conditional, else null
     */
    NDArray generate(NDArray z, @Nullable NDArray labels);
}
