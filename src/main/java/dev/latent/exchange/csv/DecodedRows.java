package dev.latent.exchange.csv;

import dev.latent.exchange.body.NumberText;
import dev.latent.sample.Field;
import dev.latent.sample.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The fields of a file that a table's numbers were made of; nothing stands for one that is rather missing than not. */
record DecodedRows(Table table, List<Field> fields) {
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay() * 86_400;

    /** Null where all numbers are a file's own. */
    static @Nullable DecodedRows of(Table table) {
        List<String> fields = table.columns().fields();
        return fields == null || fields.equals(table.columns().names())
                ? null
                : new DecodedRows(table, Field.of(table.columns()));
    }

    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** The fields of a row, none of them in quotes. */
    List<String> row(int row) {
        int first = row * table.columns().size();
        return fields.stream().map(field -> text(field, first)).toList();
    }

    private String text(Field field, int first) {
        IntToDoubleFunction numbers = column -> table.number(first + column);
        if (field.isMissing(numbers)) {
            return "";
        }
        if (field.number() < 0) {
            return field.category(numbers);
        }
        return field.isTime()
                ? date(numbers.applyAsDouble(field.number()))
                : NumberText.of(table, first + field.number());
    }

    private static String date(double seconds) {
        long whole = Math.max(FIRST, Math.min(LAST, Math.round(seconds)));
        return Instant.ofEpochSecond(whole).atOffset(ZoneOffset.UTC).toString();
    }
}
