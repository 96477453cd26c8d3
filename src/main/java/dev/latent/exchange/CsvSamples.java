package dev.latent.exchange;

import dev.latent.problem.Problem;
import dev.latent.sample.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.io.NumberOutput;

/** Vectors as CSV: a header {@code x0,x1,…}, with {@code label} as last column where there are labels. */
final class CsvSamples {
    private static final String LABEL = "label";

    private CsvSamples() {}

    static byte[] write(Samples samples) {
        int columns = samples.shape().size();
        StringBuilder csv = new StringBuilder(samples.values().length * 12 + 64);
        for (int i = 0; i < columns; i++) {
            csv.append(i == 0 ? "x" : ",x").append(i);
        }
        int[] labels = samples.labels();
        csv.append(labels == null ? "\r\n" : "," + LABEL + "\r\n");
        for (int i = 0; i < samples.values().length; i++) {
            csv.append(i % columns == 0 ? "" : ",").append(NumberOutput.toString(samples.values()[i], true));
            if (i % columns == columns - 1) {
                csv.append(labels == null ? "\r\n" : "," + labels[i / columns] + "\r\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static Samples read(InputStream body, ExpectedSamples expected) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try (CSVParser records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader)) {
            return read(records, expected);
        } catch (CSVException | IllegalArgumentException e) {
            throw Problem.badBody("the CSV can't be read: " + e.getMessage());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException broken) {
                throw Problem.badBody("the CSV can't be read: " + broken.getMessage());
            }
            throw e.getCause();
        }
    }

    private static Samples read(CSVParser records, ExpectedSamples expected) {
        List<String> header = records.getHeaderNames();
        int labelColumn = header.indexOf(LABEL);
        ValueRows rows = new ValueRows(expected);
        List<Integer> labels = new ArrayList<>();
        for (CSVRecord record : records) {
            if (record.size() != header.size()) {
                throw Problem.invalid(
                        rows.pointer(),
                        "line " + records.getCurrentLineNumber() + " has " + record.size() + " fields, the header "
                                + header.size());
            }
            for (int column = 0; column < header.size(); column++) {
                if (column == labelColumn) {
                    labels.add((int) number(record, column, rows));
                } else {
                    rows.add(number(record, column, rows));
                }
            }
            rows.endRow();
        }
        return BodyCheck.samples(
                expected,
                null,
                rows,
                labelColumn < 0
                        ? null
                        : labels.stream().mapToInt(Integer::intValue).toArray());
    }

    private static double number(CSVRecord record, int column, ValueRows rows) {
        try {
            return Double.parseDouble(record.get(column));
        } catch (NumberFormatException e) {
            throw Problem.invalid(rows.pointer(), "'" + shortened(record.get(column)) + "' is no number");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
