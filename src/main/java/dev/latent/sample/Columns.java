package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The columns of a table, in their order. Numbers are given as differences to their column's offset. */
@JsonDeserialize(using = ColumnsReader.class)
public final class Columns {
    /** Digits of a standard deviation that a number from a model keeps: float32 has no more. */
    private static final int DIGITS = 9;

    /** In standard deviations: beyond it float32 would lose what the model tells. */
    private static final double FARTHEST_IN_SINGLES = 8;

    private static final double LARGEST_IN_SINGLES = 1e30;

    private final @Nullable List<String> names;
    private final double[] offsets;
    private final double[] means;
    private final double[] deviations;
    private final double[] grids;
    private final List<@Nullable Derivation> derivations;

    private Columns(
            @Nullable List<String> names,
            double[] offsets,
            double[] means,
            double[] deviations,
            List<@Nullable Derivation> derivations) {
        this.derivations = derivations;
        this.names = names;
        this.offsets = offsets;
        this.means = means;
        this.deviations = deviations;
        this.grids = Arrays.stream(deviations).map(Columns::grid).toArray();
    }

    /** @param columns with names, or without: not some of them */
    public static Columns of(List<Column> columns) {
        boolean named = !columns.isEmpty() && columns.stream().allMatch(column -> column.name() != null);
        return new Columns(
                named ? columns.stream().map(Column::name).toList() : null,
                columns.stream().mapToDouble(Column::offset).toArray(),
                columns.stream().mapToDouble(Column::mean).toArray(),
                columns.stream().mapToDouble(Column::standardDeviation).toArray(),
                columns.stream().map(Column::from).toList());
    }

    @JsonValue
    public List<Column> all() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Column(
                        names == null ? null : names.get(i), offsets[i], means[i], deviations[i], derivations.get(i)))
                .toList();
    }

    /** The same columns in another order. @param places where each of them stands here */
    Columns inOrder(int[] places) {
        List<Column> all = all();
        return of(Arrays.stream(places).mapToObj(all::get).toList());
    }

    public int size() {
        return offsets.length;
    }

    /** Null where the table came without names. */
    public @Nullable List<String> names() {
        return names;
    }

    /** What a column's numbers are made of; null where they are those of a file's column of its name. */
    public @Nullable Derivation from(int column) {
        return derivations.get(column);
    }

    /** The names of the columns of a file that these are made of, one for each of these; null where they have no names. */
    public @Nullable List<String> fields() {
        List<String> named = names;
        return named == null
                ? null
                : IntStream.range(0, size())
                        .mapToObj(i -> {
                            Derivation from = derivations.get(i);
                            return from == null ? named.get(i) : from.field();
                        })
                        .toList();
    }

    public double offset(int column) {
        return offsets[column];
    }

    public double mean(int column) {
        return means[column];
    }

    public double standardDeviation(int column) {
        return deviations[column];
    }

    /** As models see it. */
    public float standardize(int column, double difference) {
        return (float) ((difference - means[column]) / deviations[column]);
    }

    /** Undoes {@link #standardize}, to the digits that a float32 tells. */
    public double restore(int column, float standardized) {
        double exact = means[column] + (double) standardized * deviations[column];
        double grid = grids[column];
        double steps = grid < 0 ? exact * -grid : exact / grid;
        if (grid == 0 || !(Math.abs(steps) < 1L << 53)) {
            return exact;
        }
        return grid < 0 ? Math.rint(steps) / -grid : Math.rint(steps) * grid;
    }

    /** What numbers are rounded to: a power of ten, or minus its inverse, as that is exact; 0 where neither is. */
    private static double grid(double deviation) {
        double exponent = Math.floor(Math.log10(deviation)) - DIGITS;
        if (!(Math.abs(exponent) <= 22)) {
            return 0;
        }
        return exponent < 0 ? -Math.pow(10, -exponent) : Math.pow(10, exponent);
    }

    /** Whether float32 holds these columns' numbers as finely as a model tells them. */
    public boolean fitSingles() {
        return IntStream.range(0, size())
                .allMatch(i -> offsets[i] == 0
                        && Math.abs(means[i]) <= FARTHEST_IN_SINGLES * deviations[i]
                        && deviations[i] < LARGEST_IN_SINGLES
                        && deviations[i] > 1 / LARGEST_IN_SINGLES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Columns columns && all().equals(columns.all());
    }

    @Override
    public int hashCode() {
        return all().hashCode();
    }

    @Override
    public String toString() {
        return all().toString();
    }
}
