package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.TableLayout;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.LabelClasses;
import dev.latent.sample.Derivation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a first reading of the training file tells.
 *
 * @param columns that are made of the file's; {@code table} knows only names that the file itself has
 * @param notes how it is written, and what its columns were taken for
 */
record CsvScan(DerivedColumns columns, TableLayout table, LabelClasses classes, long rows, List<String> notes) {
    static CsvScan of(SourceFile file, ImportRequest request) throws IOException {
        LabelColumn label = LabelColumn.of(file, request.options());
        try (CsvFile csv = CsvFile.open(file, request.options().csv())) {
            csv.label(label.name());
            List<String> names = csv.columns();
            List<FieldScan> scans = names.stream().map(FieldScan::new).toList();
            Set<String> labels = new TreeSet<>();
            ColumnOffsets offsets = new ColumnOffsets(names.size());
            long rows = 0;
            while (csv.next()) {
                rows++;
                see(csv, scans, labels, offsets);
                requireWithin(request.limits(), file, rows * names.size(), labels.size());
            }
            if (rows == 0 && !names.isEmpty()) {
                throw new DatasetRefused(file.path(), "there is no row below the header");
            }
            boolean plainly = !csv.named() || request.options().windows() != null;
            if (plainly && !request.options().columns().isEmpty()) {
                throw DatasetRefused.option(
                        "columns",
                        "is for columns that have names, of rows that are no parts of windows; those of " + file.path()
                                + " must hold numbers");
            }
            DerivedColumns columns = plainly
                    ? DerivedColumns.plain(names, scans)
                    : DerivedColumns.of(file.path(), names, scans, request.options());
            if (columns.fields().isEmpty()) {
                throw new DatasetRefused(file.path(), "there is no column of numbers, categories or dates");
            }
            requireWithin(request.limits(), file, rows * columns.fields().size(), labels.size());
            List<String> notes = new ArrayList<>(csv.notes());
            notes.addAll(label.notes());
            notes.addAll(columns.notes());
            return new CsvScan(
                    columns,
                    new TableLayout(
                            csv.named() ? columns.names() : null,
                            offsets(columns, names, offsets.found()),
                            label.name(),
                            columns.derivations()),
                    label.name() == null ? LabelClasses.none() : LabelClasses.of(labels),
                    rows,
                    notes);
        }
    }

    private static void see(CsvFile csv, List<FieldScan> scans, Set<String> labels, ColumnOffsets offsets)
            throws DatasetRefused {
        for (int i = 0; i < scans.size(); i++) {
            Double number = csv.number(i);
            String plain = csv.plain(i);
            if (number != null && plain != null) {
                offsets.see(i, csv.difference(i, 0, null), plain);
            }
            int column = i;
            scans.get(i).see(csv.text(i), number, () -> csv.fault(column));
        }
        String label = csv.label();
        if (label != null) {
            labels.add(label);
        }
    }

    /** Of the columns that are made; null where all are 0. @param found of the file's */
    private static double @Nullable [] offsets(DerivedColumns columns, List<String> names, double @Nullable [] found) {
        if (found == null) {
            return null;
        }
        double[] offsets = new double[columns.fields().size()];
        for (int i = 0; i < offsets.length; i++) {
            Derivation how = columns.how().get(i);
            boolean numbers = how == null || how.kind() == Derivation.Kind.NUMBER;
            offsets[i] = numbers ? found[names.indexOf(columns.fields().get(i))] : 0;
        }
        return Arrays.stream(offsets).allMatch(offset -> offset == 0) ? null : offsets;
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
