package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.Unpacked;
import dev.latent.exchange.csv.CsvHints;
import dev.latent.exchange.csv.CsvTable;
import dev.latent.exchange.csv.UnclearCsv;
import dev.latent.sample.Derivation;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A CSV file read row by row: numbers, and in one column perhaps a label. Whatever is wrong with it names the file. */
final class CsvFile implements Closeable {
    private final String path;
    private final CsvTable table;
    private int labelPlace = -1;
    private int[] places;

    private CsvFile(String path, CsvTable table) {
        this.path = path;
        this.table = table;
        places = IntStream.range(0, table.header().names().size()).toArray();
    }

    /** All of its columns are of numbers, until {@link #label} names one that is not. */
    static CsvFile open(SourceFile file, CsvHints hints) throws IOException {
        try {
            return new CsvFile(file.path(), CsvTable.open(Unpacked.open(file).in(), hints));
        } catch (UnclearCsv | ZipException e) {
            throw refused(file.path(), e);
        }
    }

    private static DatasetRefused refused(String path, IOException e) {
        if (e instanceof UnclearCsv unclear) {
            return unclear.isTooLarge()
                    ? DatasetRefused.tooLarge(path, unclear.getMessage())
                    : new DatasetRefused(path, unclear.withOption());
        }
        return new DatasetRefused(path, String.valueOf(e.getMessage()));
    }

    /** Takes a column for the labels. @param column its name, or null for none */
    void label(@Nullable String column) {
        labelPlace = column == null ? -1 : names().indexOf(column);
        places = IntStream.range(0, names().size())
                .filter(place -> place != labelPlace)
                .toArray();
    }

    /** Of all columns. */
    List<String> names() {
        return table.header().names();
    }

    boolean named() {
        return table.header().named();
    }

    /** Those of numbers, in the order in which they are read. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int place : places) {
            columns.add(names().get(place));
        }
        return columns;
    }

    /** From here on numbers are read in another order. @param ofNames indices of names */
    void readInOrder(int[] ofNames) {
        places = ofNames.clone();
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws IOException {
        try {
            return table.next();
        } catch (UnclearCsv | ZipException e) {
            throw refused(path, e);
        }
    }

    /** This row's number in a column as a difference to an offset, exactly. @param how it is made; null for a field's own */
    double difference(int column, double offset, @Nullable Derivation how) throws DatasetRefused {
        try {
            return table.difference(places[column], offset, how);
        } catch (UnclearCsv e) {
            throw refused(path, e);
        }
    }

    /** A field of this row. */
    String text(int column) {
        return table.text(places[column]);
    }

    /** A number of this row as text that Java reads; null for what is none. */
    @Nullable
    String plain(int column) {
        return table.plain(places[column]);
    }

    /** A finite number of this row; null for what is none. */
    @Nullable
    Double number(int column) {
        String plain = plain(column);
        try {
            double number = plain == null ? Double.NaN : Double.parseDouble(plain);
            return Double.isFinite(number) ? (Double) number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What is wrong with a field of this row that is no number; null where it is one. */
    @Nullable
    DatasetRefused fault(int column) {
        try {
            table.difference(places[column], 0);
            return null;
        } catch (UnclearCsv e) {
            return refused(path, e);
        }
    }

    /** Of this row; null without a label column. */
    @Nullable
    String label() throws DatasetRefused {
        if (labelPlace < 0) {
            return null;
        }
        String label = table.text(labelPlace);
        if (label.isEmpty()) {
            throw new DatasetRefused(path, table.place() + " has no label");
        }
        return label;
    }

    /** How it is written, where that is not the usual; complete after the last row. */
    List<String> notes() {
        return table.notes();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
