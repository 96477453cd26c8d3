package dev.latent.papers.anomaly;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How few random cuts set a row apart (Liu 2008): 100 trees of 256 rows each. */
final class IsolationForest implements Peer {
    private static final int TREES = 100;
    private static final int ROWS = 256;
    private static final double EULER = 0.5772156649;

    /** A cut, or a leaf of so many rows. */
    private record Node(
            int column,
            double cut,
            @Nullable Node below,
            @Nullable Node above,
            int rows) {
        static Node leaf(int rows) {
            return new Node(0, 0, null, null, rows);
        }

        double depth(double[] row, int depth) {
            if (below == null || above == null) {
                return depth + expected(rows);
            }
            return (row[column] < cut ? below : above).depth(row, depth + 1);
        }
    }

    @Override
    public String name() {
        return "isolation forest";
    }

    @Override
    public double[] scores(double[][] training, double[][] rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] depths = new double[rows.length];
        for (int tree = 0; tree < TREES; tree++) {
            double[][] some = drawn(training, random);
            int most = (int) Math.ceil(Math.log(some.length) / Math.log(2));
            Node root = grow(some, most, random);
            for (int i = 0; i < rows.length; i++) {
                depths[i] -= root.depth(rows[i], 0) / TREES;
            }
        }
        return depths;
    }

    private static double[][] drawn(double[][] training, SplittableRandom random) {
        double[][] all = training.clone();
        int count = Math.min(ROWS, all.length);
        double[][] some = new double[count][];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, all.length);
            some[i] = all[other];
            all[other] = all[i];
        }
        return some;
    }

    private static Node grow(double[][] rows, int most, SplittableRandom random) {
        if (rows.length <= 1 || most == 0) {
            return Node.leaf(rows.length);
        }
        int column = random.nextInt(rows[0].length);
        double low = Arrays.stream(rows).mapToDouble(row -> row[column]).min().orElseThrow();
        double high = Arrays.stream(rows).mapToDouble(row -> row[column]).max().orElseThrow();
        if (low == high) {
            return Node.leaf(rows.length);
        }
        double cut = random.nextDouble(low, high);
        double[][] below = Arrays.stream(rows).filter(row -> row[column] < cut).toArray(double[][]::new);
        double[][] above = Arrays.stream(rows).filter(row -> row[column] >= cut).toArray(double[][]::new);
        return new Node(column, cut, grow(below, most - 1, random), grow(above, most - 1, random), rows.length);
    }

    /** Cuts that are needed on average to find one of so many rows. */
    private static double expected(int rows) {
        return rows <= 1 ? 0 : 2 * (Math.log(rows - 1) + EULER) - 2.0 * (rows - 1) / rows;
    }
}
