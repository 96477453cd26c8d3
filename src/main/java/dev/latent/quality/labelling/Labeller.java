package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;
import dev.latent.quality.card.QualityCard;

/** Tells the class of samples, and what it sees in them. */
public interface Labeller {
    int[] classify(NDArray x);

    /** {@code [n, d]}. */
    NDArray features(NDArray x);

    int classes();

    QualityCard.ClassifierNote note();
}
