package dev.latent.dataset;

import dev.latent.sample.Column;
import dev.latent.sample.Columns;
import dev.latent.sample.Derivation;
import dev.latent.sample.ValueRange;
import java.util.stream.IntStream;

/** Mean and variance of each column in one pass (Welford 1962), and the range of all numbers. */
final class ColumnScan {
    private static final double NEVER_SEEN = 0.1;

    private final TableLayout table;
    private final double[] mean;
    private final double[] squares;
    private boolean singles;
    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private ColumnScan(TableLayout table, int columns) {
        this.table = table;
        mean = new double[columns];
        squares = new double[columns];
    }

    static ColumnScan of(TableLayout table, StoredSamples rows) {
        ColumnScan scan = new ColumnScan(table, rows.shape().size());
        double[] row = new double[rows.shape().size()];
        scan.singles = rows.singles();
        for (int i = 0; i < rows.count(); i++) {
            rows.copyDifferences(i, row, 0);
            scan.add(row);
        }
        return scan;
    }

    private void add(double[] row) {
        count++;
        for (int i = 0; i < row.length; i++) {
            double delta = row[i] - mean[i];
            mean[i] += delta / count;
            squares[i] += delta * (row[i] - mean[i]);
            min = Math.min(min, table.offset(i) + row[i]);
            max = Math.max(max, table.offset(i) + row[i]);
        }
    }

    /** @throws DatasetRefused if a column's numbers lie too far apart for a double to hold their variance */
    Columns columns(String dataset) throws DatasetRefused {
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(squares[i]) || !Double.isFinite(mean[i])) {
                String column = table.name(i) == null ? String.valueOf(i) : table.name(i);
                throw new DatasetRefused(
                        dataset, "the numbers of column " + column + " lie too far apart to be standardized");
            }
        }
        return Columns.of(IntStream.range(0, mean.length)
                .mapToObj(i -> new Column(table.name(i), table.offset(i), mean[i], deviation(i), table.derivation(i)))
                .toList());
    }

    /** That of a constant column is 1, so that standardizing it gives zeros; what was never seen lies far from them. */
    private double deviation(int column) {
        double deviation = Math.sqrt(squares[column] / count);
        Derivation from = table.derivation(column);
        boolean neverSeen = from != null && from.kind() == Derivation.Kind.OTHER;
        return deviation > 0 ? deviation : neverSeen ? NEVER_SEEN : 1;
    }

    ValueRange range() {
        return singles ? new ValueRange(decimal(min), decimal(max)) : new ValueRange(min, max);
    }

    /** As short as the float32 is written. */
    private static double decimal(double single) {
        return Double.parseDouble(Float.toString((float) single));
    }
}
