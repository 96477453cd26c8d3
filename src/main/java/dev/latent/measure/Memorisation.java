package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How near samples lie to the training data, beside how near held-out data does: a model that copies lies nearer.
 *
 * @param ratio mean distance of samples to their nearest training neighbour, over that of test samples
 * @param samples the samples' nearest training neighbours
 */
public record Memorisation(double ratio, Neighbours.Found samples) {
    /** @param training {@code [m, d]}; samples and test {@code [n, d]} */
    public static Memorisation of(NDArray training, NDArray samples, NDArray test) {
        Neighbours neighbours = new Neighbours(training);
        Neighbours.Found found = neighbours.nearest(samples, 1);
        double ofTest = StatUtils.mean(neighbours.nearest(test, 1).nearest());
        return new Memorisation(StatUtils.mean(found.nearest()) / ofTest, found);
    }
}
