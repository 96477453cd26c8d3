package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** The nearest of some reference points by Euclidean distance, found through matrix products of the engine. */
public final class Neighbours {
    /** Products find a few more than are wanted, as rounding may swap those that lie equally near. */
    private static final int SPARE = 8;

    private final NDArray mean;
    private final NDArray reference;
    private final NDArray transposed;
    private final NDArray squares;

    /** @param reference {@code [m, d]} */
    public Neighbours(NDArray reference) {
        this.mean = reference.mean(new int[] {0}, true);
        this.reference = reference.sub(mean);
        this.transposed = this.reference.transpose();
        this.squares = this.reference.square().sum(new int[] {1}).expandDims(0);
    }

    /** How many reference points there are. */
    int count() {
        return Math.toIntExact(squares.size());
    }

    /**
     * The neighbours of each query, nearest first.
     *
     * @param distances {@code [n][k]}
     * @param indices of the reference points, {@code [n][k]}
     */
    public record Found(float[][] distances, int[][] indices) {
        /** The distance to each query's k-th neighbour. */
        public float[] radii() {
            float[] radii = new float[distances.length];
            for (int i = 0; i < radii.length; i++) {
                radii[i] = distances[i][distances[i].length - 1];
            }
            return radii;
        }

        /** The distance to each query's nearest neighbour. */
        public double[] nearest() {
            return Arrays.stream(distances).mapToDouble(found -> found[0]).toArray();
        }
    }

    /** @param queries {@code [n, d]} @param k at most the number of reference points */
    public Found nearest(NDArray queries, int k) {
        int n = Math.toIntExact(queries.getShape().get(0));
        Found found = new Found(new float[n][], new int[n][]);
        int candidates = Math.toIntExact(Math.min(k + SPARE, squares.size()));
        Chunks.forEach(queries, chunkSize(candidates), (from, chunk) -> {
            NDArray near =
                    squaredDistances(chunk).topK(candidates, 1, false, true).get(1);
            NDList ordered = distances(chunk, near).topK(k, 1, false, true);
            NDArray indices = near.gather(ordered.get(1), 1).toType(DataType.INT32, false);
            store(ordered.get(0).toFloatArray(), indices.toIntArray(), k, found, Math.toIntExact(from));
        });
        return found;
    }

    /** How many queries are looked at together, so that neither all distances nor all neighbours take too much. */
    private long chunkSize(int candidates) {
        return Chunks.rowsFor(
                Math.max(squares.size(), candidates * reference.getShape().get(1)));
    }

    /** ‖q‖² − 2 qᵀr + ‖r‖², {@code [n, m]}: quick, but off by rounding. */
    NDArray squaredDistances(NDArray queries) {
        NDArray centred = queries.sub(mean);
        NDArray own = centred.square().sum(new int[] {1}).expandDims(1);
        return centred.matMul(transposed).mul(-2).add(own).add(squares).maximum(0);
    }

    /** ‖q − r‖ for each query's own candidates, {@code [n, k]}. */
    private NDArray distances(NDArray queries, NDArray candidates) {
        Shape shape = candidates.getShape();
        NDArray points = reference
                .get(queries.getManager(), new NDIndex("{}", candidates.flatten()))
                .reshape(shape.get(0), shape.get(1), -1);
        return queries.sub(mean)
                .expandDims(1)
                .sub(points)
                .square()
                .sum(new int[] {2})
                .sqrt();
    }

    private static void store(float[] distances, int[] indices, int k, Found found, int first) {
        for (int i = 0; i < indices.length / k; i++) {
            found.distances[first + i] = Arrays.copyOfRange(distances, i * k, (i + 1) * k);
            found.indices[first + i] = Arrays.copyOfRange(indices, i * k, (i + 1) * k);
        }
    }
}
