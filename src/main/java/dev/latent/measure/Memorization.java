package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How near samples lie to the training data, beside how near held-out data does: a model that copies lies nearer. The
 * training data come one part after the other.
 */
public final class Memorization {
    private final NearestSoFar ofSamples;
    private final NearestSoFar ofTest;

    /** @param samples and test {@code [n, d]} */
    public Memorization(NDArray samples, NDArray test) {
        this.ofSamples = new NearestSoFar(samples);
        this.ofTest = new NearestSoFar(test);
    }

    /** @param training the next part, {@code [m, d]} */
    public void lookAmong(NDArray training) {
        Neighbours part = new Neighbours(training);
        ofSamples.lookAmong(part);
        ofTest.lookAmong(part);
    }

    /** Mean distance of samples to their nearest training neighbour, over that of test samples. */
    public double ratio() {
        return StatUtils.mean(ofSamples.distances()) / StatUtils.mean(ofTest.distances());
    }

    /** The samples' nearest training neighbours. */
    public NearestSoFar samples() {
        return ofSamples;
    }
}
