package dev.latent.papers.anomaly;

import java.util.Arrays;

/** The distance to the k-th nearest of the training rows (Ramaswamy 2000). */
record NearestNeighbours(int k) implements Peer {
    @Override
    public String name() {
        return k + " nearest neighbours";
    }

    @Override
    public double[] scores(double[][] training, double[][] rows, long seed) {
        return Arrays.stream(rows).mapToDouble(row -> distance(training, row)).toArray();
    }

    private double distance(double[][] training, double[] row) {
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (double[] other : training) {
            double square = square(row, other, nearest[k - 1]);
            if (square < nearest[k - 1]) {
                nearest[k - 1] = square;
                Arrays.sort(nearest);
            }
        }
        return Math.sqrt(nearest[Math.min(k, training.length) - 1]);
    }

    /** No further than to what it is above. */
    private static double square(double[] a, double[] b, double most) {
        double sum = 0;
        for (int i = 0; i < a.length && sum < most; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
