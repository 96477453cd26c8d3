package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.exchange.DecimalText;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header, read row by row: numbers, and in one column perhaps a label. */
final class CsvFile implements Closeable {
    private static final int MOST_SHOWN = 80;

    private final String path;
    private final BoundedRecords reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int labelColumn;
    private @Nullable String label;

    private CsvFile(String path, BoundedRecords reader, CSVParser parser, int labelColumn) {
        this.path = path;
        this.reader = reader;
        this.parser = parser;
        this.labelColumn = labelColumn;
        records = parser.iterator();
    }

    /** @param labelColumn its name, or null for {@code label} or {@code class}, if there is one */
    static CsvFile open(SourceFile file, @Nullable String labelColumn) throws IOException {
        BoundedRecords reader = BoundedRecords.open(file);
        try {
            CSVParser parser = format(reader.delimiter()).parse(reader);
            requireNames(file, parser.getHeaderNames());
            return new CsvFile(
                    file.path(), reader, parser, LabelColumn.find(parser.getHeaderNames(), labelColumn, file));
        } catch (IllegalArgumentException | CSVException e) {
            reader.close();
            throw new DatasetRefused(file.path(), "the header can't be read: " + shortened(e.getMessage()));
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
    }

    private static void requireNames(SourceFile file, List<String> names) throws DatasetRefused {
        if (names.isEmpty()) {
            throw new DatasetRefused(file.path(), "the file is empty");
        }
        if (names.stream().allMatch(name -> name.matches("[-+]?[0-9.]+([eE][-+]?\\d+)?"))) {
            throw new DatasetRefused(file.path(), "the first line must name the columns, it holds numbers");
        }
    }

    /** The names of the columns of numbers. */
    List<String> columns() {
        List<String> names = new ArrayList<>(parser.getHeaderNames());
        if (labelColumn >= 0) {
            names.remove(labelColumn);
        }
        return names;
    }

    boolean labelled() {
        return labelColumn >= 0;
    }

    /** The next row's numbers, or null after the last. */
    double @Nullable [] next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            double[] row = row(records.next());
            reader.endRecord();
            return row;
        } catch (UncheckedIOException e) {
            throw refused(e.getCause());
        } catch (IllegalStateException e) {
            throw refused(e);
        }
    }

    private IOException refused(Throwable e) {
        boolean ours = e instanceof IOException && !(e instanceof CSVException || e instanceof ZipException);
        return ours ? (IOException) e : new DatasetRefused(path, "the CSV can't be read: " + e.getMessage());
    }

    private double[] row(CSVRecord record) throws DatasetRefused {
        int columns = parser.getHeaderNames().size();
        if (record.size() != columns) {
            throw new DatasetRefused(path, place() + " has " + record.size() + " fields, the header has " + columns);
        }
        double[] values = new double[labelled() ? columns - 1 : columns];
        int at = 0;
        for (int i = 0; i < columns; i++) {
            if (i == labelColumn) {
                label = label(record.get(i));
            } else {
                values[at++] = number(record.get(i), i);
            }
        }
        return values;
    }

    private String label(String text) throws DatasetRefused {
        if (text.isEmpty()) {
            throw new DatasetRefused(path, place() + " has no label");
        }
        return text;
    }

    private double number(String text, int column) throws DatasetRefused {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && DecimalText.is(text)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that isn't finite
        }
        throw new DatasetRefused(
                path,
                place() + ", column " + parser.getHeaderNames().get(column) + ": '" + shortened(text)
                        + "' is no finite number");
    }

    private static String shortened(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    private String place() {
        return "line " + parser.getCurrentLineNumber();
    }

    /** Of the row that {@link #next} gave. */
    @Nullable
    String label() {
        return label;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
