package dev.latent.exchange;

import dev.latent.problem.Problem;
import java.util.Arrays;

/** Collects the values of samples and refuses those that can't be any: not finite, outside a pixel's range, ragged. */
final class ValueRows {
    private final ExpectedSamples expected;
    private float[] values = new float[1024];
    private int count;
    private int rows;
    private int rowStart;
    private int rowLength = -1;

    ValueRows(ExpectedSamples expected) {
        this.expected = expected;
    }

    void add(double value) {
        float single = (float) value;
        if (!Float.isFinite(single)) {
            throw Problem.invalid(pointer(), "a value must be a finite number");
        }
        if (expected.shape().isImage() && (value < 0 || value > 1)) {
            throw Problem.invalid(pointer(), "a pixel lies in [0, 1], not " + value);
        }
        requireRoomFor(1);
        if (count == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(expected.maxValues(), count * 2L));
        }
        values[count++] = single;
    }

    /** Refuses a body that goes on beyond what is taken, before its next values are read. */
    void requireRoomFor(long more) {
        if (count + more > expected.maxValues()) {
            throw Problem.tooLarge("at most " + expected.maxCount() + " samples of "
                    + expected.shape().size() + " values are taken at once");
        }
    }

    void endRow() {
        int length = count - rowStart;
        if (rowLength >= 0 && length != rowLength) {
            throw Problem.invalid(
                    "#/values/" + rows,
                    "sample " + rows + " has " + length + " values, those before it " + rowLength + " each");
        }
        if (length == 0) {
            throw Problem.invalid("#/values/" + rows, "sample " + rows + " is empty");
        }
        rowLength = length;
        rowStart = count;
        rows++;
    }

    /** Where the next value belongs. */
    String pointer() {
        return count == rowStart ? "#/values/" + rows : "#/values/" + rows + "/" + (count - rowStart);
    }

    int rows() {
        return rows;
    }

    /** Values a row; −1 without rows. */
    int rowLength() {
        return rowLength;
    }

    float[] values() {
        return Arrays.copyOf(values, count);
    }
}
