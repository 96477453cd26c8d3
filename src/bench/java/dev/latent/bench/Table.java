package dev.latent.bench;

import dev.latent.family.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the benchmark found.
 *
 * @param note what is compared with what, and how it was measured
 * @param rows cells are texts, numbers, {@link Spread}s, or null where there is nothing to tell
 */
public record Table(String title, String note, List<String> columns, List<List<@Nullable Object>> rows) {
    public Table(String title, String note, String... columns) {
        this(title, note, List.of(columns), new ArrayList<>());
    }

    public Table row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(title + " has " + columns.size() + " columns, not " + cells.length);
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    String markdown() {
        StringBuilder text = new StringBuilder("**" + title + "** " + note + "\n\n");
        line(text, columns);
        line(text, columns.stream().map(column -> "---").toList());
        rows.forEach(row -> line(text, row.stream().map(Table::cell).toList()));
        return text.toString();
    }

    /** The newest row, to tell that it is there. */
    String lastLine() {
        StringBuilder text = new StringBuilder();
        line(text, rows.get(rows.size() - 1).stream().map(Table::cell).toList());
        return text.toString().strip();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Map<?, ?> stored) {
            return Json.MAPPER.convertValue(stored, Spread.class).toString();
        }
        return value instanceof Number number ? Figures.of(number.doubleValue()) : value.toString();
    }
}
