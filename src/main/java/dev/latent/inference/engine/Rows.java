package dev.latent.inference.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a model, or comes out of it, for some samples.
 *
 * @param columns each holds one array a row
 * @param labels one a row, or null
 */
public record Rows(int count, List<Column> columns, int @Nullable [] labels) {
    public static Rows of(int count, int[] shape, float[] values, int @Nullable [] labels) {
        return new Rows(count, List.of(new Column(shape, values)), labels);
    }

    public float[] values() {
        return columns.get(0).values;
    }

    long bytes() {
        return columns.stream()
                .mapToLong(column -> (long) column.values.length * Float.BYTES)
                .sum();
    }

    Rows range(int from, int to) {
        return new Rows(
                to - from,
                columns.stream().map(column -> column.range(from, to)).toList(),
                labels == null ? null : Arrays.copyOfRange(labels, from, to));
    }

    /** Rows of the same shapes, one after the other. */
    static Rows join(List<Rows> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Rows first = parts.get(0);
        int count = parts.stream().mapToInt(Rows::count).sum();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < first.columns.size(); i++) {
            columns.add(joinColumn(parts, i, count));
        }
        return new Rows(count, columns, first.labels == null ? null : joinLabels(parts, count));
    }

    private static Column joinColumn(List<Rows> parts, int index, int count) {
        int[] shape = parts.get(0).columns.get(index).shape;
        float[] values = new float[count * size(shape)];
        int end = 0;
        for (Rows part : parts) {
            float[] source = part.columns.get(index).values;
            System.arraycopy(source, 0, values, end, source.length);
            end += source.length;
        }
        return new Column(shape, values);
    }

    private static int[] joinLabels(List<Rows> parts, int count) {
        int[] labels = new int[count];
        int end = 0;
        for (Rows part : parts) {
            if (part.labels != null) {
                System.arraycopy(part.labels, 0, labels, end, part.count);
            }
            end += part.count;
        }
        return labels;
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /**
     * One array a row.
     *
     * @param shape of a row's array; empty for a single number
     */
    public record Column(int[] shape, float[] values) {
        int rowSize() {
            return size(shape);
        }

        /** An array for each row. */
        public float[][] perRow() {
            float[][] rows = new float[values.length / rowSize()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = Arrays.copyOfRange(values, i * rowSize(), (i + 1) * rowSize());
            }
            return rows;
        }

        private Column range(int from, int to) {
            return new Column(shape, Arrays.copyOfRange(values, from * rowSize(), to * rowSize()));
        }
    }
}
