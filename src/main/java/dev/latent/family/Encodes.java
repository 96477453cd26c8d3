package dev.latent.family;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** Maps samples to codes. */
public interface Encodes {
    int latentDimension();

    Code encode(NDArray x, @Nullable NDArray labels);

    /**
     * @param mean {@code [n, latentDimension]}
     * @param logVariance of the same shape where the code is a distribution, else null
     */
    record Code(NDArray mean, @Nullable NDArray logVariance) {}
}
