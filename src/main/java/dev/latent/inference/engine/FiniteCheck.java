package dev.latent.inference.engine;

import dev.latent.inference.engine.Rows.Column;
import java.util.List;

/** Whether a model's answers are numbers; where not, whether the weights are to blame or what they were given. */
public final class FiniteCheck {
    /** In standard deviations, or in those of drawn codes. Pixels are always ordinary. */
    private static final float ORDINARY = 10;

    private FiniteCheck() {}

    /** @throws NonFiniteAnswer naming the first row that is none */
    public static void require(Rows given, Rows answer) {
        for (Column column : answer.columns()) {
            int bad = firstBad(column.values());
            if (bad >= 0) {
                throw blame(given, bad / column.rowSize());
            }
        }
    }

    /** @throws NonFiniteAnswer naming the first sample whose value is none; row i was given for it */
    public static void require(Rows given, double[] perSample) {
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

    private static NonFiniteAnswer blame(Rows given, int row) {
        return isOrdinary(given.range(row, row + 1).columns())
                ? NonFiniteAnswer.ofWeights(row)
                : NonFiniteAnswer.ofExtreme(row);
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
