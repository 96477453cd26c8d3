package dev.latent.inference;

import dev.latent.inference.Rows.Column;
import java.util.List;

/** Whether a model's answers are numbers; where not, whether the weights are to blame or what they were given. */
final class Finite {
    /** In standard deviations, or in those of drawn codes. Pixels are always ordinary. */
    private static final float ORDINARY = 10;

    private Finite() {}

    /** @throws NoNumber naming the first row that is none */
    static void require(Rows given, Rows answer) {
        for (Column column : answer.columns()) {
            int bad = firstBad(column.values());
            if (bad >= 0) {
                throw blame(given, bad / column.rowSize());
            }
        }
    }

    /** @throws NoNumber naming the first sample whose value is none; row i was given for it */
    static void require(Rows given, double[] perSample) {
        for (int i = 0; i < perSample.length; i++) {
            if (!Double.isFinite(perSample[i])) {
                throw blame(given, i);
            }
        }
    }

    /** The index of the first value that is no number; −1 if all are. */
    static int firstBad(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private static NoNumber blame(Rows given, int row) {
        return isOrdinary(given.range(row, row + 1).columns()) ? NoNumber.ofWeights(row) : NoNumber.ofExtreme(row);
    }

    private static boolean isOrdinary(List<Column> columns) {
        for (Column column : columns) {
            for (float value : column.values()) {
                if (!(Math.abs(value) <= ORDINARY)) {
                    return false;
                }
            }
        }
        return true;
    }
}
