package dev.latent.family;

import ai.djl.ndarray.NDArray;

/** Gives each sample the critic's value: the higher, the more the critic takes it for real. */
public interface ScoresAsCritic {
    /**
     * What a training that makes such a critic calls its estimate of the distance between data and samples, among its
     * losses.
     */
    String ESTIMATE = "wassersteinEstimate";

    /** {@code [n]}, unbounded. */
    NDArray criticScore(NDArray x);
}
