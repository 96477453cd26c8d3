package dev.latent.dataset.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of columns are kept as differences to, where doubles would round them: the one that is nearest to 0,
 * so that differences are no larger than the numbers. 0 for most columns.
 */
final class ColumnOffsets {
    /** Numbers of so many digits are the same as doubles and as text. */
    private static final int DIGITS_OF_DOUBLES = 15;

    private static final int MOST_DIGITS = 100;
    private static final double LARGEST = 1e40;

    /** Of what a column's numbers range over, what a float32 can't tell apart by far. */
    private static final double NEGLIGIBLE = 0x1p-30;

    private final double[] least;
    private final double[] greatest;
    private final double[] rounded;
    private final boolean[] wholeRounded;

    ColumnOffsets(int columns) {
        least = new double[columns];
        greatest = new double[columns];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        rounded = new double[columns];
        wholeRounded = new boolean[columns];
    }

    /** @param number as a double; @param text the same as Java reads it */
    void see(int column, double number, String text) {
        least[column] = Math.min(least[column], number);
        greatest[column] = Math.max(greatest[column], number);
        if (text.length() > DIGITS_OF_DOUBLES && text.length() <= MOST_DIGITS && Math.abs(number) < LARGEST) {
            see(column, new BigDecimal(text), number);
        }
    }

    /** The same for a whole number. */
    void see(int column, long number) {
        least[column] = Math.min(least[column], number);
        greatest[column] = Math.max(greatest[column], number);
        if ((long) (double) number != number || number == Long.MAX_VALUE) {
            wholeRounded[column] = true;
        }
    }

    private void see(int column, BigDecimal exact, double number) {
        double error = exact.subtract(new BigDecimal(number)).abs().doubleValue();
        rounded[column] = Math.max(rounded[column], error);
        wholeRounded[column] |= error > 0 && exact.stripTrailingZeros().scale() <= 0;
    }

    private double offset(int column) {
        boolean oneSign = least[column] > 0 || greatest[column] < 0;
        double spread = greatest[column] - least[column];
        if (!oneSign || !wholeRounded[column] && rounded[column] <= NEGLIGIBLE * spread) {
            return 0;
        }
        return least[column] > 0 ? least[column] : greatest[column];
    }

    /** By column; null where all are 0. */
    double @Nullable [] found() {
        double[] offsets =
                IntStream.range(0, least.length).mapToDouble(this::offset).toArray();
        return Arrays.stream(offsets).allMatch(offset -> offset == 0) ? null : offsets;
    }
}
