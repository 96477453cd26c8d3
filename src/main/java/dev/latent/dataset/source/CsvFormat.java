package dev.latent.dataset.source;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.Storage;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of numbers: one file, or {@code train.csv}, {@code test.csv} and perhaps {@code validation.csv}. */
final class CsvFormat implements SourceFormat {
    private static final String[] TAKEN = {".csv", ".csv.gz"};

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return files.ending(TAKEN);
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        ImportOption.requireOnly(request.options(), "CSV", ImportOption.LABEL_COLUMN, ImportOption.WINDOW);
        SplitFiles<SourceFile> files = SplitFiles.of(request.files().ending(TAKEN), SourceFile::path);
        CsvScan training = CsvScan.of(files.training(), request);
        if (request.options().windows() != null && training.labelled()) {
            throw new DatasetRefused(
                    files.training().path(), "a series that is cut into windows has no label column; leave it out");
        }
        Windowing windowing =
                Windowing.of(request.options().windows(), training.columns().size());
        DatasetLayout layout = request.layout(
                files.training().path(),
                new SampleShape.Vector(windowing.sampleValues()),
                training.classes().names(),
                Storage.FLOAT64);
        try (SampleSink sink = new SampleSink(request, layout)) {
            files.each((file, split) -> copy(file, split, training, new Copy(request, windowing, sink)));
            return sink.finish();
        }
    }

    /** What all files of an import are copied with. */
    private record Copy(ImportRequest request, Windowing windowing, SampleSink sink) {}

    private static void copy(SourceFile file, @Nullable Split split, CsvScan training, Copy copy) throws IOException {
        try (CsvFile csv = CsvFile.open(file, copy.request().options().labelColumn())) {
            requireColumns(file, csv.columns(), training.columns());
            RowConsumer rows = copy.windowing().cut(file.path(), split, training.rows(), copy.sink());
            double[] row = csv.next();
            while (row != null) {
                String label = csv.label();
                rows.add(row, label == null ? -1 : training.classes().index(label, file.path()));
                row = csv.next();
            }
        }
    }

    private static void requireColumns(SourceFile file, List<String> columns, List<String> expected)
            throws DatasetRefused {
        if (!columns.equals(expected)) {
            throw new DatasetRefused(file.path(), "its columns are " + columns + ", those to train on " + expected);
        }
    }
}
