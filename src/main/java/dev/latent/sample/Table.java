package dev.latent.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table in its own units.
 *
 * @param differences of the numbers to their columns' offsets, one row after the other
 * @param singles whether float32 holds the numbers as finely as they are known
 * @param labels one class index a row, or null
 */
public record Table(Columns columns, double[] differences, boolean singles, int @Nullable [] labels)
        implements SampleData {
    private static final int MOST_DECIMALS = 40;

    public Table {
        if (differences.length % columns.size() != 0) {
            throw new IllegalArgumentException(
                    differences.length + " numbers do not make whole rows of " + columns.size());
        }
        if (labels != null && labels.length != differences.length / columns.size()) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + differences.length / columns.size() + " rows");
        }
    }

    /** What a model gave. @param standardized whole rows, as the model sees them */
    public static Table restored(Columns columns, float[] standardized, int @Nullable [] labels) {
        boolean singles = columns.fitSingles();
        double[] differences = new double[standardized.length];
        for (int i = 0; i < differences.length; i++) {
            double difference = columns.restore(i % columns.size(), standardized[i]);
            differences[i] = singles ? (float) difference : difference;
        }
        return new Table(columns, differences, singles, labels);
    }

    @Override
    public SampleShape shape() {
        return new SampleShape.Vector(columns.size());
    }

    @Override
    public int count() {
        return differences.length / columns.size();
    }

    /** The i-th number of all, as near as a double comes to it. */
    public double number(int i) {
        return columns.offset(i % columns.size()) + differences[i];
    }

    /** The i-th number of all where a double would round it, else null. */
    public @Nullable BigDecimal exact(int i) {
        double offset = columns.offset(i % columns.size());
        if (offset == 0) {
            return null;
        }
        int decimals = (int) Math.ceil(-Math.log10(Math.ulp(differences[i])));
        return new BigDecimal(offset)
                .add(new BigDecimal(differences[i]))
                .setScale(Math.min(MOST_DECIMALS, decimals), RoundingMode.HALF_EVEN);
    }

    /** The same rows in the order that others have of columns of the same names; as they are where they lack names. */
    public Table inOrderOf(Columns others) {
        List<String> names = columns.names();
        List<String> wanted = others.names();
        if (names == null || wanted == null || names.equals(wanted)) {
            return this;
        }
        int[] places = ColumnMatch.of(wanted, names).places();
        double[] ordered = new double[differences.length];
        for (int i = 0; i < ordered.length; i++) {
            int size = columns.size();
            ordered[i] = differences[i / size * size + places[i % size]];
        }
        return new Table(columns.inOrder(places), ordered, singles, labels);
    }

    /**
     * The rows as a model of such columns sees them.
     *
     * @param model as many columns as there are here, in the same order
     */
    public Samples standardized(Columns model) {
        float[] values = new float[differences.length];
        for (int i = 0; i < values.length; i++) {
            int column = i % columns.size();
            values[i] = model.standardize(column, differences[i] + (columns.offset(column) - model.offset(column)));
        }
        return new Samples(shape(), values, labels);
    }

    /** The numbers as seen from some columns' means, so that float32 suffices to draw them. */
    public Samples about(Columns centre) {
        float[] values = new float[differences.length];
        for (int i = 0; i < values.length; i++) {
            int column = i % columns.size();
            double apart = columns.offset(column) - centre.offset(column);
            values[i] = (float) (differences[i] + apart - centre.mean(column));
        }
        return new Samples(shape(), values, labels);
    }

    /** Of the numbers of a row, in squared units. @param other of columns in the same order */
    public double meanSquaredError(int row, Table other) {
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            int at = row * columns.size() + i;
            double apart = columns.offset(i) - other.columns.offset(i);
            double error = differences[at] - other.differences[at] + apart;
            sum += error * error;
        }
        return sum / columns.size();
    }
}
