package dev.latent.exchange.csv;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the numbers of a text tell of the sign before their fraction. */
final class NumberEvidence {
    /** One and a quarter thousand, or one and a quarter. */
    private static final Pattern POINTED = Pattern.compile("[-+]?[1-9]\\d{0,2}\\.\\d{3}");

    private static final String OPTION =
            "say with decimal=point or decimal=comma what stands before fractions, or write them alike";

    private final Set<Integer> wholeColumns = new HashSet<>();
    private final Set<Integer> pointedColumns = new HashSet<>();
    private @Nullable String point;
    private @Nullable String comma;
    private @Nullable String pointed;

    /** @param line counted from 1, among those that are not empty */
    void see(String field, long line, int column) {
        if (field.isEmpty() || field.length() > 40) {
            return;
        }
        if (NumberStyle.isWhole(field)) {
            wholeColumns.add(column);
        } else if (POINTED.matcher(field).matches()) {
            pointedColumns.add(column);
            pointed = pointed == null ? place(field, line, column) : pointed;
        }
        Character decimal = NumberStyle.surelyDecimal(field);
        if (decimal != null && decimal == '.') {
            point = point == null ? place(field, line, column) : point;
        } else if (decimal != null) {
            comma = comma == null ? place(field, line, column) : comma;
        }
    }

    private static String place(String field, long line, int column) {
        return "'" + field + "' (line " + line + ", column " + (column + 1) + ")";
    }

    boolean isSure() {
        return point != null || comma != null;
    }

    /** @throws UnclearCsv if numbers are written in both ways, or look as if they had points between thousands */
    char decimal(char separator) throws UnclearCsv {
        if (comma != null && point != null) {
            throw new UnclearCsv("numbers are written as " + comma + " and as " + point, OPTION);
        }
        boolean mixed = pointedColumns.stream().anyMatch(wholeColumns::contains);
        if (comma == null && point == null && mixed && separator != ',') {
            throw new UnclearCsv(pointed + " may have a point between thousands or before a fraction", OPTION);
        }
        return comma == null ? '.' : ',';
    }
}
