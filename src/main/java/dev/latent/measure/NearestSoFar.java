package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** The nearest neighbour of each query among reference points that come one part after the other. */
public final class NearestSoFar {
    private final NDArray queries;
    private final double[] distances;
    private final int[] indices;
    private int seen;

    /** @param queries {@code [n, d]} */
    public NearestSoFar(NDArray queries) {
        int n = Math.toIntExact(queries.getShape().get(0));
        this.queries = queries;
        this.distances = new double[n];
        this.indices = new int[n];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
    }

    /** @param part the next reference points */
    public void lookAmong(Neighbours part) {
        Neighbours.Found found = part.nearest(queries, 1);
        double[] near = found.nearest();
        for (int i = 0; i < near.length; i++) {
            if (near[i] < distances[i]) {
                distances[i] = near[i];
                indices[i] = seen + found.indices()[i][0];
            }
        }
        seen += part.count();
    }

    /** How far each query's nearest reference point is. */
    public double[] distances() {
        return distances.clone();
    }

    /** Which of all reference points it is. */
    public int[] indices() {
        return indices.clone();
    }
}
