package dev.latent.papers.anomaly;

import java.util.Arrays;

/** How often an anomaly scores above a normal row, in percent, ties counting half. */
final class RocAuc {
    private RocAuc() {}

    static double of(double[] normal, double[] anomalies) {
        double[] sorted = normal.clone();
        Arrays.sort(sorted);
        double won = 0;
        for (double score : anomalies) {
            won += (firstAbove(sorted, Math.nextDown(score)) + firstAbove(sorted, score)) / 2.0;
        }
        return 100 * won / ((double) normal.length * anomalies.length);
    }

    /** How many are at most a score. */
    private static int firstAbove(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
