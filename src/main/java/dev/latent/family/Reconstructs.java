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
}
