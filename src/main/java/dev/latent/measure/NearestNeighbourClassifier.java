package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** Gives each sample the label of its nearest labelled neighbour (Cover & Hart 1967). */
public final class NearestNeighbourClassifier {
    private final Neighbours neighbours;
    private final int[] labels;

    /** @param samples {@code [m, d]} with their labels */
    public NearestNeighbourClassifier(NDArray samples, int[] labels) {
        this.neighbours = new Neighbours(samples);
        this.labels = labels;
    }

    /** @param samples {@code [n, d]} */
    public int[] classify(NDArray samples) {
        return Arrays.stream(neighbours.nearest(samples, 1).indices())
                .mapToInt(nearest -> labels[nearest[0]])
                .toArray();
    }
}
