package dev.latent.exchange.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What stands between the columns of a text: the sign that gives all its first lines as many fields. */
final class Separator {
    private static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
    private static final int LINES = 500;

    private Separator() {}

    /** @throws UnclearCsv if it may be one or the other */
    static char of(String start) throws UnclearCsv {
        List<Character> possible =
                KNOWN.stream().filter(sign -> isPossible(start, sign)).toList();
        if (possible.size() > 1) {
            throw new UnclearCsv(
                    "columns may be separated by " + words(possible.get(0)) + " or by " + words(possible.get(1)),
                    "say which with separator=");
        }
        return possible.isEmpty() ? mostFrequent(start) : possible.get(0);
    }

    private static boolean isPossible(String start, char sign) {
        List<CSVRecord> lines = lines(start, sign);
        int columns = lines.isEmpty() ? 0 : columns(lines.get(0));
        return columns > 1
                && lines.stream()
                        .allMatch(line -> line.size() == columns
                                || line.size() == columns + 1
                                        && line.get(columns).isEmpty());
    }

    /** Without an empty field at the end of the line. */
    private static int columns(CSVRecord header) {
        int fields = header.size();
        return header.get(fields - 1).isEmpty() ? fields - 1 : fields;
    }

    /** In the first line, for a message about the others; a comma where there is none. */
    private static char mostFrequent(String start) {
        String first = start.lines().findFirst().orElse("");
        return KNOWN.stream()
                .max(Comparator.comparingLong((Character sign) ->
                                first.chars().filter(it -> it == sign).count())
                        .thenComparing(Comparator.comparingInt(KNOWN::indexOf).reversed()))
                .orElseThrow();
    }

    /** The first lines, as far as they can be read. */
    static List<CSVRecord> lines(String start, char separator) {
        List<CSVRecord> lines = new ArrayList<>();
        try (CSVParser records = format(separator).parse(new StringReader(start))) {
            for (CSVRecord record : records) {
                if (lines.size() == LINES) {
                    break;
                }
                lines.add(record);
            }
        } catch (IOException | RuntimeException e) {
            return lines; // What is wrong is told when it is read.
        }
        return lines;
    }

    static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
    }

    /** {@code semicolons} and the like. */
    static String words(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "'" + separator + "'";
        };
    }
}
