package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.TableLayout;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.LabelClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a first reading of the training file tells.
 *
 * @param columns of numbers; {@code table} knows only names that the file itself has
 * @param notes how it is written, and what its columns were taken for
 */
record CsvScan(List<String> columns, TableLayout table, LabelClasses classes, long rows, List<String> notes) {
    static CsvScan of(SourceFile file, ImportRequest request) throws IOException {
        LabelColumn label = LabelColumn.of(file, request.options());
        try (CsvFile csv = CsvFile.open(file, request.options().csv())) {
            csv.label(label.name());
            List<String> columns = csv.columns();
            if (columns.isEmpty()) {
                throw new DatasetRefused(file.path(), "there is no column of numbers");
            }
            Set<String> labels = new TreeSet<>();
            ColumnOffsets offsets = new ColumnOffsets(columns.size());
            long rows = 0;
            while (csv.next()) {
                rows++;
                see(csv, columns.size(), labels, offsets);
                requireWithin(request.limits(), file, rows * columns.size(), labels.size());
            }
            if (rows == 0) {
                throw new DatasetRefused(file.path(), "there is no row below the header");
            }
            List<String> notes = new ArrayList<>(csv.notes());
            notes.addAll(label.notes());
            return new CsvScan(
                    columns,
                    new TableLayout(csv.named() ? columns : null, offsets.found(), label.name()),
                    label.name() == null ? LabelClasses.none() : LabelClasses.of(labels),
                    rows,
                    notes);
        }
    }

    private static void see(CsvFile csv, int columns, Set<String> labels, ColumnOffsets offsets) throws DatasetRefused {
        for (int i = 0; i < columns; i++) {
            offsets.see(i, csv.difference(i, 0), csv.plain(i));
        }
        String label = csv.label();
        if (label != null) {
            labels.add(label);
        }
    }

    private static void requireWithin(ImportLimits limits, SourceFile file, long values, int classes)
            throws DatasetRefused {
        if (values > limits.preparedSize().toBytes() / Double.BYTES) {
            throw DatasetRefused.tooLarge(file.path(), "its numbers take more than " + limits.preparedSize());
        }
        if (classes > limits.classes()) {
            throw DatasetRefused.tooLarge(
                    file.path(),
                    "the label column has more than " + limits.classes()
                            + " different values; an empty labelColumn makes it a column of numbers");
        }
    }

    boolean labelled() {
        return classes.names() != null;
    }
}
