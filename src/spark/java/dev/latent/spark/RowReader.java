package dev.latent.spark;

import dev.latent.exchange.body.LabelNames;
import dev.latent.inference.engine.Units;
import dev.latent.sample.Columns;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads samples out of rows, as a model sees them. */
final class RowReader {
    private final SampleColumns where;
    private final Units units;
    private final int size;

    RowReader(SampleColumns where, Units units) {
        this.where = where;
        this.units = units;
        this.size = units.shape().size();
    }

    /** @throws InvalidRow if it holds no sample */
    float[] values(Row row) {
        float[] values = new float[size];
        List<?> array = where.isArray() ? array(row) : null;
        for (int i = 0; i < size; i++) {
            Object given = array == null ? row.get(where.places()[i]) : array.get(i);
            if (given == null) {
                throw new InvalidRow(name(i) + " is null");
            }
            values[i] = value(i, (Number) given);
        }
        return values;
    }

    private List<?> array(Row row) {
        int place = where.places()[0];
        if (row.isNullAt(place)) {
            throw new InvalidRow("'" + SampleColumns.VALUES + "' is null");
        }
        List<?> array = row.getList(place);
        if (array.size() != size) {
            throw new InvalidRow(
                    "'" + SampleColumns.VALUES + "' has " + array.size() + " values; the model takes " + size);
        }
        return array;
    }

    private float value(int column, Number given) {
        Columns columns = units.columns();
        double offset = columns == null ? 0 : columns.offset(column);
        double difference = offset == 0 ? given.doubleValue() : difference(given, offset);
        if (!Double.isFinite(difference)) {
            throw new InvalidRow(name(column) + " is " + given + ", no finite number");
        }
        if (columns == null) {
            return pixel(column, difference);
        }
        float standardized = columns.standardize(column, difference);
        if (!Float.isFinite(standardized)) {
            throw new InvalidRow(name(column) + " is " + given + ", too far from all that the model learned from");
        }
        return standardized;
    }

    /** Where a double would round the number itself. */
    private static double difference(Number given, double offset) {
        boolean exact = given instanceof BigDecimal || given instanceof Long;
        return exact
                ? new BigDecimal(given.toString())
                        .subtract(new BigDecimal(offset))
                        .doubleValue()
                : given.doubleValue() - offset;
    }

    private float pixel(int index, double value) {
        if (units.shape().isImage() && (value < 0 || value > 1)) {
            throw new InvalidRow(name(index) + " is " + value + "; a pixel lies in [0, 1]");
        }
        return (float) value;
    }

    private String name(int i) {
        Columns columns = units.columns();
        return where.isArray() || columns == null
                ? "value " + i
                : "column '" + Objects.requireNonNull(columns.names()).get(i) + "'";
    }

    /**
     * The class of a row; null where the rows have no column of labels.
     *
     * @throws InvalidRow if it is none of the model's
     */
    @Nullable
    Integer label(Row row) {
        if (where.label() < 0) {
            return null;
        }
        Object given = row.get(where.label());
        int label = given == null ? LabelNames.UNKNOWN : units.labels().label(given.toString());
        List<String> classes = units.description().classes();
        if (label < 0 || classes == null || label >= classes.size()) {
            throw new InvalidRow("the label " + given + " is none of the model's classes");
        }
        return label;
    }
}
