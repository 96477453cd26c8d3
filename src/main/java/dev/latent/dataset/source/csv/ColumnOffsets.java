package dev.latent.dataset.source.csv;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of columns are kept as differences to, where doubles would round them: the one that is nearest to 0,
 * so that differences are no larger than the numbers. 0 for most columns.
 */
public final class ColumnOffsets {
    /** Numbers of so many digits are the same as doubles and as text. */
    private static final int DIGITS_OF_DOUBLES = 15;

    private static final double LARGEST_WHOLE = 0x1p53;

    /** Of what a column's numbers range over, what a float32 can't tell apart by far. */
    private static final double NEGLIGIBLE = 0x1p-30;

    private final double[] least;
    private final double[] greatest;
    private final double[] rounded;
    private final boolean[] wholeRounded;
    private final @Nullable String[] first;
    private final boolean[] varied;

    public ColumnOffsets(int columns) {
        least = new double[columns];
        greatest = new double[columns];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        rounded = new double[columns];
        wholeRounded = new boolean[columns];
        first = new @Nullable String[columns];
        varied = new boolean[columns];
    }

    /** @param number as a double; @param text the same as Java reads it */
    void see(int column, double number, String text) {
        if (text.length() <= DIGITS_OF_DOUBLES) {
            seeExact(column, number);
        } else if (text.indexOf('.') < 0) {
            seeWhole(column, number);
        } else {
            seeExact(column, number);
            rounded[column] = Math.max(rounded[column], Math.ulp(number) / 2);
            first[column] = first[column] == null ? text : first[column];
            varied[column] = varied[column] || !text.equals(first[column]);
        }
    }

    /** A whole number, of which nothing is known but the double. */
    public void seeWhole(int column, double number) {
        seeExact(column, number);
        wholeRounded[column] |= Math.abs(number) >= LARGEST_WHOLE;
    }

    private void seeExact(int column, double number) {
        least[column] = Math.min(least[column], number);
        greatest[column] = Math.max(greatest[column], number);
    }

    private double offset(int column) {
        boolean oneSign = least[column] > 0 || greatest[column] < 0;
        double spread = greatest[column] - least[column];
        boolean lost = wholeRounded[column] || varied[column] && rounded[column] > NEGLIGIBLE * spread;
        if (!oneSign || !lost) {
            return 0;
        }
        return least[column] > 0 ? least[column] : greatest[column];
    }

    /** By column; null where all are 0. */
    public double @Nullable [] found() {
        double[] offsets =
                IntStream.range(0, least.length).mapToDouble(this::offset).toArray();
        return Arrays.stream(offsets).allMatch(offset -> offset == 0) ? null : offsets;
    }
}
