package dev.latent.family;

import ai.djl.ndarray.NDArray;

/** Gives each sample the critic's value: the higher, the more the critic takes it for real. */
public interface ScoresAsCritic {
    /** {@code [n]}, unbounded. */
    NDArray criticScore(NDArray x);
}
