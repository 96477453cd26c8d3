package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.jspecify.annotations.Nullable;

/**
 * What one forward and backward pass sees.
 *
 * @param x {@code [n, c, h, w]} pixels in [0,1] or {@code [n, d]} standardized columns; domain A for an unpaired family
 * @param labels int64 {@code [n]}, or null
 * @param otherX domain B of an unpaired family, else null
 * @param epoch how many epochs are done, with the fraction of the current one; for warm-ups
 */
public record TrainingBatch(
        NDArray x, @Nullable NDArray labels, @Nullable NDArray otherX, double epoch) {
    public NDManager manager() {
        return x.getManager();
    }

    public long size() {
        return x.getShape().get(0);
    }
}
