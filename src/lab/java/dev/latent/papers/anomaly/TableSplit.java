package dev.latent.papers.anomaly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Half of the normal rows, drawn by a seed, to be trained on; the other half and all anomalies to be told apart. All are
 * standardized by those trained on.
 */
record TableSplit(double[][] training, double[][] normal, double[][] anomalies) {
    /** More of a kind make no difference, but take long. */
    private static final int MOST_JUDGED = 4000;

    static TableSplit of(LabelledTable table, long seed) {
        List<double[]> normal = new ArrayList<>();
        List<double[]> anomalies = new ArrayList<>();
        for (int i = 0; i < table.rows().length; i++) {
            (table.anomalous()[i] ? anomalies : normal).add(table.rows()[i]);
        }
        Random random = new Random(seed);
        Collections.shuffle(normal, random);
        Collections.shuffle(anomalies, random);
        List<double[]> training = normal.subList(0, normal.size() / 2);
        List<double[]> others = normal.subList(normal.size() / 2, normal.size());
        Standardization of = Standardization.of(training);
        return new TableSplit(of.apply(training), of.apply(some(others)), of.apply(some(anomalies)));
    }

    private static List<double[]> some(List<double[]> rows) {
        return rows.subList(0, Math.min(MOST_JUDGED, rows.size()));
    }

    int columns() {
        return training[0].length;
    }

    private record Standardization(double[] means, double[] deviations) {
        static Standardization of(List<double[]> rows) {
            int columns = rows.get(0).length;
            double[] means = new double[columns];
            double[] deviations = new double[columns];
            for (int i = 0; i < columns; i++) {
                int column = i;
                double mean =
                        rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
                double variance = rows.stream()
                        .mapToDouble(row -> Math.pow(row[column] - mean, 2))
                        .average()
                        .orElseThrow();
                means[i] = mean;
                deviations[i] = variance == 0 ? 1 : Math.sqrt(variance);
            }
            return new Standardization(means, deviations);
        }

        double[][] apply(List<double[]> rows) {
            double[][] applied = new double[rows.size()][means.length];
            for (int row = 0; row < applied.length; row++) {
                for (int i = 0; i < means.length; i++) {
                    applied[row][i] = (rows.get(row)[i] - means[i]) / deviations[i];
                }
            }
            return applied;
        }
    }
}
