package dev.latent.family;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** Encodes and decodes; the distance between the two tells how unusual a sample is. */
public interface Reconstructs {
    /** Whether {@link #reconstruct} takes labels. */
    default boolean conditional() {
        return false;
    }

    NDArray reconstruct(NDArray x, @Nullable NDArray labels);

    /**
     * How far each value of a sample is from what is made of it, in one or more views: with noise added, the least
     * first, how far without a sign; in the last one the value less what would be expected in its place.
     *
     * @return {@code [n, views, values]}
     */
    default NDArray deviations(NDArray x, @Nullable NDArray labels) {
        return x.sub(reconstruct(x, labels)).reshape(x.getShape().get(0), 1, -1);
    }
}
