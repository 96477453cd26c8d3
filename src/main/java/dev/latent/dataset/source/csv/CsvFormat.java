package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.RowConsumer;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.dataset.source.reading.SplitFiles;
import dev.latent.dataset.source.reading.Windowing;
import dev.latent.sample.ColumnMatch;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of numbers: one file, or {@code train.csv}, {@code test.csv} and perhaps {@code validation.csv}. */
public final class CsvFormat implements SourceFormat {
    private static final String[] TAKEN = {".csv", ".csv.gz", ".tsv", ".tsv.gz"};

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return files.ending(TAKEN);
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        ImportOption.requireOnly(
                request.options(),
                "CSV",
                ImportOption.LABEL_COLUMN,
                ImportOption.WINDOW,
                ImportOption.CSV,
                ImportOption.COLUMNS);
        SplitFiles<SourceFile> files = SplitFiles.of(request.files().ending(TAKEN), SourceFile::path);
        CsvScan training = CsvScan.of(files.training(), request);
        if (request.options().windows() != null && training.labelled()) {
            throw new DatasetRefused(
                    files.training().path(),
                    "a series that is cut into windows has no label column, but '"
                            + training.table().labelColumn() + "' is taken for one; leave it out, or say with an"
                            + " empty labelColumn that it holds numbers");
        }
        Windowing windowing = Windowing.of(
                request.options().windows(), training.columns().fields().size());
        DatasetLayout layout = request.layout(
                        files.training().path(),
                        new SampleShape.Vector(windowing.sampleValues()),
                        training.classes().names(),
                        ValueType.FLOAT64)
                .with(windowing.table(training.table()));
        try (SampleSink sink = new SampleSink(request, layout)) {
            Set<String> notes = new LinkedHashSet<>(training.notes());
            files.each((file, split) -> notes.addAll(copy(file, split, training, new Copy(request, windowing, sink))));
            return sink.finish().with(List.of(), List.copyOf(notes));
        }
    }

    /** What all files of an import are copied with. */
    private record Copy(ImportRequest request, Windowing windowing, SampleSink sink) {}

    /** @return how the file is written, where that is not the usual */
    private static List<String> copy(SourceFile file, @Nullable Split split, CsvScan training, Copy copy)
            throws IOException {
        try (CsvFile csv = CsvFile.open(file, copy.request().options().csv())) {
            String labelColumn = training.table().labelColumn();
            csv.label(labelColumn != null && csv.names().contains(labelColumn) ? labelColumn : null);
            requireLabels(file, split, csv, training);
            csv.readInOrder(places(file, csv, training));
            RowConsumer rows = copy.windowing().cut(file.path(), split, training.rows(), copy.sink());
            while (csv.next()) {
                double[] row = new double[training.columns().fields().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = csv.difference(
                            i,
                            training.table().offset(i),
                            training.columns().how().get(i));
                }
                String label = csv.label();
                rows.add(row, label == null ? -1 : training.classes().index(label, file.path()));
            }
            return csv.notes();
        }
    }

    /** Where the columns to train on are, by their names, whatever their order. */
    private static int[] places(SourceFile file, CsvFile csv, CsvScan training) throws DatasetRefused {
        List<String> wanted = training.columns().fields();
        List<String> given = csv.columns().stream()
                .filter(name -> !training.columns().leftOut().contains(name))
                .toList();
        ColumnMatch match = ColumnMatch.of(wanted.stream().distinct().toList(), given);
        if (!match.isComplete()) {
            throw new DatasetRefused(
                    file.path(),
                    "its columns are not those to train on:"
                            + (match.missing().isEmpty() ? "" : " it lacks " + ColumnMatch.inWords(match.missing()))
                            + (match.missing().isEmpty() || match.further().isEmpty() ? "" : " and")
                            + (match.further().isEmpty()
                                    ? ""
                                    : " it has also " + ColumnMatch.inWords(match.further())));
        }
        return ColumnMatch.of(wanted, csv.names()).places();
    }

    /** Rows to test on may be without labels. */
    private static void requireLabels(SourceFile file, @Nullable Split split, CsvFile csv, CsvScan training)
            throws DatasetRefused {
        String column = training.table().labelColumn();
        if (training.labelled() && !csv.names().contains(column) && split != Split.TEST) {
            throw new DatasetRefused(
                    file.path(),
                    "it has no column '" + column
                            + "', which holds the labels of the rows to train on; only rows to test on may lack it");
        }
    }
}
