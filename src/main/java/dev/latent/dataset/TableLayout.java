package dev.latent.dataset;

import dev.latent.sample.Derivation;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table before its rows are written.
 *
 * @param names of the columns of numbers, or null where the table has none
 * @param offsets by column, or null where all are 0; see {@link dev.latent.sample.Column#offset}
 * @param labelColumn the name of the column that the classes were taken from, or null
 * @param derivations by column, null for those that are a file's own numbers; or null where all are
 */
public record TableLayout(
        @Nullable List<String> names,
        double @Nullable [] offsets,
        @Nullable String labelColumn,
        @Nullable List<@Nullable Derivation> derivations) {
    /** Of a file's own numbers. */
    public TableLayout(@Nullable List<String> names, double @Nullable [] offsets, @Nullable String labelColumn) {
        this(names, offsets, labelColumn, null);
    }

    /** A table without names. */
    public static final TableLayout NAMELESS = new TableLayout(null, null, null);

    @Nullable
    String name(int column) {
        return names == null ? null : names.get(column);
    }

    public @Nullable Derivation derivation(int column) {
        return derivations == null ? null : derivations.get(column);
    }

    public double offset(int column) {
        return offsets == null ? 0 : offsets[column];
    }

    /** A row's numbers, whatever their columns' offsets: each as a double, and what that rounds off. */
    public byte[] told(double[] differences) {
        ByteBuffer bytes =
                ByteBuffer.allocate(2 * Double.BYTES * differences.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < differences.length; i++) {
            double number = offset(i) + differences[i];
            bytes.putDouble(number + 0.0);
            if (offset(i) != 0) {
                bytes.putDouble(new BigDecimal(differences[i])
                        .add(new BigDecimal(offset(i)))
                        .subtract(new BigDecimal(number))
                        .doubleValue());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** What makes tables of the same stored values different. */
    String digested() {
        String named = names == null ? "" : "columns " + lengthened(names) + " label " + labelColumn + "\n";
        String derived = derivations == null ? "" : "derived " + derivations + "\n";
        return (offsets == null ? named : named + "offsets " + Arrays.toString(offsets) + "\n") + derived;
    }

    /** Told apart whatever characters they have. */
    private static String lengthened(List<String> names) {
        return names.stream().map(name -> name.length() + ":" + name).collect(Collectors.joining(","));
    }
}
