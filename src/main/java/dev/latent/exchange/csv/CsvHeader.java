package dev.latent.exchange.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * What the columns of a CSV text are called.
 *
 * @param names of all columns but row numbers, trimmed; {@code x0, x1, …} where the text has none
 * @param named whether the text names them
 * @param first where the first of them stands: 1 behind a column of row numbers without a name, as pandas writes them
 */
public record CsvHeader(List<String> names, boolean named, int first) {
    private static final Set<String> NAMES_OF_ROW_NUMBERS = Set.of("", "Unnamed: 0");

    /** @throws UnclearCsv if the line can't name columns */
    static CsvHeader of(CSVRecord line) throws UnclearCsv {
        List<String> names = new ArrayList<>(line.stream().map(String::strip).toList());
        if (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        boolean rowNumbers = names.size() > 1 && NAMES_OF_ROW_NUMBERS.contains(names.get(0));
        if (rowNumbers) {
            names.remove(0);
        }
        requireDifferent(names, rowNumbers ? 1 : 0);
        return new CsvHeader(List.copyOf(names), true, rowNumbers ? 1 : 0);
    }

    /** Of a text whose first line is a row already. */
    static CsvHeader ofNameless(CSVRecord row) {
        int columns = row.size() > 1 && row.get(row.size() - 1).isEmpty() ? row.size() - 1 : row.size();
        return new CsvHeader(IntStream.range(0, columns).mapToObj(i -> "x" + i).toList(), false, 0);
    }

    private static void requireDifferent(List<String> names, int first) throws UnclearCsv {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new UnclearCsv("column " + (first + i + 1) + " has no name in the first line; give it one");
            }
            if (!seen.add(names.get(i))) {
                throw new UnclearCsv("the header has a duplicate name: two columns are called '"
                        + NumberStyle.shortened(names.get(i)) + "'");
            }
        }
    }

    /** Whether a line has a field for each column, and behind them at most an empty one. */
    boolean fits(CSVRecord line) {
        int fields = first + names.size();
        return line.size() == fields
                || line.size() == fields + 1 && line.get(fields).isEmpty();
    }

    /** How many fields a line should have. */
    int fields() {
        return first + names.size();
    }
}
