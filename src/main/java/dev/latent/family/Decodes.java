package dev.latent.family;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** Maps codes to samples. */
public interface Decodes {
    int latentDimension();

    NDArray decode(NDArray z, @Nullable NDArray labels);
}
