package dev.latent.exchange;

import dev.latent.problem.Problem;
import dev.latent.sample.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads vectors from CSV: a line of column names, then one line a sample; a column {@code label} holds labels. Columns
 * named as {@link CsvSamples} names them are taken in the order of their names, others in that of the file.
 */
final class CsvSamplesReader {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private final CSVParser records;
    private final List<String> header;
    private final int labelColumn;
    private final List<Integer> order;
    private final ValueRows rows;
    private final List<Integer> labels = new ArrayList<>();

    private CsvSamplesReader(CSVParser records, ExpectedSamples expected) {
        this.records = records;
        header = records.getHeaderNames();
        labelColumn = header.indexOf(CsvSamples.LABEL);
        order = order(header);
        rows = new ValueRows(expected);
    }

    static Samples read(InputStream body, ExpectedSamples expected) throws IOException {
        try (CSVParser records =
                FORMAT.parse(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)))) {
            CsvSamplesReader reader = new CsvSamplesReader(records, expected);
            reader.readAll();
            return BodyCheck.samples(expected, null, reader.rows, reader.labels());
        } catch (CSVException | IllegalArgumentException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException broken) {
                throw unreadable(broken);
            }
            throw e.getCause();
        }
    }

    private static Problem unreadable(Exception e) {
        return Problem.badBody("the CSV can't be read: " + e.getMessage());
    }

    private void readAll() {
        if (!header.isEmpty() && header.stream().allMatch(name -> number(name) != null)) {
            throw Problem.badBody("the first line of the CSV must name the columns, as x0,x1 does");
        }
        for (CSVRecord record : records) {
            if (record.size() != header.size()) {
                throw Problem.invalid(
                        rows.pointer(), place() + " has " + record.size() + " fields, the header " + header.size());
            }
            for (int column : order) {
                readField(record.get(column), column);
            }
            rows.endRow();
        }
    }

    /** Which column is read first, and so on. */
    private static List<Integer> order(List<String> header) {
        List<Integer> asTheyStand = IntStream.range(0, header.size()).boxed().toList();
        Map<String, Integer> places = new HashMap<>();
        asTheyStand.forEach(column -> places.put(header.get(column), column));
        List<Integer> byName = new ArrayList<>();
        for (Integer column = places.get("x0"); column != null; column = places.get("x" + byName.size())) {
            byName.add(column);
        }
        Integer label = places.get(CsvSamples.LABEL);
        if (label != null) {
            byName.add(label);
        }
        return byName.size() == header.size() ? byName : asTheyStand;
    }

    private void readField(String field, int column) {
        Double value = number(field);
        if (value == null) {
            throw Problem.invalid(rows.pointer(), place() + ": '" + shortened(field) + "' is no number");
        }
        if (column != labelColumn) {
            rows.addDifference(DecimalText.difference(field, rows.offset()));
        } else if (value != value.intValue()) {
            throw Problem.invalid("#/labels/" + labels.size(), place() + ": a label is a whole number from 0");
        } else {
            labels.add(value.intValue());
        }
    }

    private String place() {
        return "line " + records.getCurrentLineNumber();
    }

    private int @Nullable [] labels() {
        return labelColumn < 0
                ? null
                : labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private static @Nullable Double number(String text) {
        try {
            Double value = Double.valueOf(text);
            return DecimalText.is(text) || !Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
