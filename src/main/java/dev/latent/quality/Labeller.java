package dev.latent.quality;

import ai.djl.ndarray.NDArray;

/** Tells the class of samples, and what it sees in them. */
interface Labeller {
    int[] classify(NDArray x);

    /** {@code [n, d]}. */
    NDArray features(NDArray x);

    int classes();

    QualityCard.ClassifierNote note();
}
