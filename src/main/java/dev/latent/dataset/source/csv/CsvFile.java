package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.Unpacked;
import dev.latent.exchange.csv.CsvHints;
import dev.latent.exchange.csv.CsvTable;
import dev.latent.exchange.csv.UnclearCsv;
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

    /** This row's number in a column as a difference to an offset, exactly. */
    double difference(int column, double offset) throws DatasetRefused {
        try {
            return table.difference(places[column], offset);
        } catch (UnclearCsv e) {
            throw refused(path, e);
        }
    }

    /** The same number as text that Java reads. */
    String plain(int column) {
        return String.valueOf(table.plain(places[column]));
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
