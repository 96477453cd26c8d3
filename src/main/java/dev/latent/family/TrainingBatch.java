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
 * @param share how much of the run is done, from 0 to 1; for what must come to rest at its end
 * @param variation how pictures are to be varied
 */
public record TrainingBatch(
        NDArray x,
        @Nullable NDArray labels,
        @Nullable NDArray otherX,
        double epoch,
        double share,
        Variation variation) {
    /** At the start of a run. */
    public TrainingBatch(NDArray x, @Nullable NDArray labels, @Nullable NDArray otherX, double epoch) {
        this(x, labels, otherX, epoch, 0, Variation.NONE);
    }

    /** With its pictures varied, for a model that learns to make the same of them. */
    public TrainingBatch varied() {
        return variation.isNone()
                ? this
                : new TrainingBatch(variation.of(x, 0).clip(0, 1), labels, otherX, epoch, share, Variation.NONE);
    }

    public NDManager manager() {
        return x.getManager();
    }

    public long size() {
        return x.getShape().get(0);
    }
}
