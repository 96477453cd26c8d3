package dev.latent.exchange.body;

import dev.latent.problem.Problem;
import dev.latent.sample.Columns;
import dev.latent.sample.Derivation;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of samples, columns standardized, and refuses those that can't be any: not finite, outside a
 * pixel's range, ragged. Some of them may be taken before the rest comes; rows are counted on.
 */
public final class ValueRows {
    private final ExpectedSamples expected;
    private final @Nullable Columns columns;
    private float[] values = new float[1024];
    private int count;
    private long rows;
    private int newRows;
    private int rowStart;
    private int rowLength = -1;

    public ValueRows(ExpectedSamples expected) {
        this.expected = expected;
        this.columns = expected.table() == null ? null : expected.table().columns();
    }

    /** Takes a number as it is sent. */
    public void add(double value) {
        addDifference(value - offset());
    }

    /** Takes a number that was read as a difference to {@link #offset}. */
    public void addDifference(double difference) {
        if (!Double.isFinite(difference)) {
            throw Problem.invalid(pointer(), "a value must be a finite number");
        }
        if (expected.shape().isImage() && !expected.takes(difference)) {
            throw Problem.invalid(pointer(), expected.taken() + ", not " + difference);
        }
        requireRoomFor(1);
        float single = columns == null ? (float) difference : columns.standardize(column(), difference);
        if (!Float.isFinite(single)) {
            throw Problem.invalid(
                    pointer(),
                    "the value lies too far from all that the model learned from; give one that is nearer to the training data");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = single;
    }

    /** What the next number is told as a difference to, where a double would round it. */
    public double offset() {
        return columns == null ? 0 : columns.offset(column());
    }

    /** What a column's numbers are made of; null where they are what is sent. */
    public @Nullable Derivation from(int column) {
        return columns == null || column >= columns.size() ? null : columns.from(column);
    }

    /** {@link #offset} of all numbers of a row; null for 0. */
    public double @Nullable [] offsets() {
        Columns known = columns;
        return known == null
                ? null
                : IntStream.range(0, known.size()).mapToDouble(known::offset).toArray();
    }

    /** Of a row that is too long, which is refused at its end, some column. */
    private int column() {
        return (count - rowStart) % expected.shape().size();
    }

    /** Refuses a body that goes on beyond what is taken, before its next values are read. */
    public void requireRoomFor(long more) {
        if (count + more > expected.maxValues()) {
            throw expected.tooMany();
        }
    }

    public void endRow() {
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
        newRows++;
    }

    /** Where the next value belongs. */
    public String pointer() {
        return count == rowStart ? "#/values/" + rows : "#/values/" + rows + "/" + (count - rowStart);
    }

    /** All that were ever collected. */
    long rows() {
        return rows;
    }

    /** Those that were not taken yet. */
    public int newRows() {
        return newRows;
    }

    /** Values a row; −1 without rows. */
    int rowLength() {
        return rowLength;
    }

    /** The values of the new rows, which are new no longer. */
    float[] take() {
        float[] taken = Arrays.copyOf(values, count);
        count = 0;
        rowStart = 0;
        newRows = 0;
        return taken;
    }
}
