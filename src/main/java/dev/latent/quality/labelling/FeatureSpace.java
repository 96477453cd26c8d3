package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;

/** Where distances between samples say something. */
public interface FeatureSpace {
    /** {@code [n, …]} → {@code [n, d]}. */
    NDArray of(NDArray x);

    /** Which features these are, in words. */
    String name();
}
