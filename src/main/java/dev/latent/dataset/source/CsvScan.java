package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a first reading of the training file tells. */
record CsvScan(List<String> columns, LabelClasses classes, long rows) {
    static CsvScan of(SourceFile file, ImportRequest request) throws IOException {
        try (CsvFile csv = CsvFile.open(file, request.options().labelColumn())) {
            if (csv.columns().isEmpty()) {
                throw new DatasetRefused(file.path(), "there is no column of numbers");
            }
            Set<String> labels = new TreeSet<>();
            long rows = 0;
            while (csv.next() != null) {
                rows++;
                if (csv.labelled()) {
                    labels.add(csv.label());
                }
                requireWithin(request.limits(), file, rows * csv.columns().size(), labels.size());
            }
            if (rows == 0) {
                throw new DatasetRefused(file.path(), "there is no row below the header");
            }
            return new CsvScan(csv.columns(), csv.labelled() ? LabelClasses.of(labels) : LabelClasses.none(), rows);
        }
    }

    private static void requireWithin(ImportLimits limits, SourceFile file, long values, int classes)
            throws DatasetRefused {
        if (values > limits.preparedSize().toBytes() / Double.BYTES) {
            throw DatasetRefused.tooLarge(file.path(), "its numbers take more than " + limits.preparedSize());
        }
        if (classes > limits.classes()) {
            throw DatasetRefused.tooLarge(
                    file.path(), "the label column has more than " + limits.classes() + " different values");
        }
    }

    boolean labelled() {
        return classes.names() != null;
    }
}
