package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.TableLayout;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.csv.ColumnOffsets;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.LabelClasses;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.dataset.source.reading.SplitFiles;
import dev.latent.dataset.source.reading.Windowing;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NumPy arrays, by themselves or in an NPZ file: one of samples and perhaps one of labels, or such for each split
 * ({@code x_train}, {@code y_train}, {@code x_test}, {@code y_test}).
 */
public final class NpyFormat implements SourceFormat {
    private static final String TAKEN = ".npy";

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return files.ending(TAKEN, ".npz");
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        SplitFiles<NpyPair> pairs = NpyPair.sort(request.files().ending(TAKEN));
        NpyPair training = pairs.training();
        LabelClasses classes = NpyLabels.classes(training.labels(), request.limits());
        NpyLayout first = layout(pairs, request.options());
        requireUsable(request.options(), first, training.labels() != null);
        Windowing windowing =
                Windowing.of(request.options().windows(), first.shape().size());
        SampleShape shape = first.shape() instanceof SampleShape.Image image
                ? request.options().pixels().shape(image)
                : new SampleShape.Vector(windowing.sampleValues());
        double[] offsets = offsets(training.samples());
        DatasetLayout layout = request.layout(training.samples().path(), shape, classes.names(), first.storage())
                .with(windowing.table(new TableLayout(null, offsets, null)));
        try (SampleSink sink = new SampleSink(request, layout)) {
            NpyCopy copy = new NpyCopy(request.options(), first, offsets, classes, windowing, sink);
            pairs.each((pair, split) -> copy.copy(pair, split));
            return sink.finish();
        }
    }

    private static void requireUsable(ImportOptions options, NpyLayout layout, boolean labelled) throws DatasetRefused {
        if (layout.bytes()) {
            ImportOption.requireOnly(options, "images of bytes", ImportOption.ofArrays(options));
        } else if (layout.shape().isImage()) {
            ImportOption.requireOnly(
                    options, "images of floats", ImportOption.ofArrays(options, ImportOption.VALUE_RANGE));
        } else if (labelled) {
            ImportOption.requireOnly(options, "labelled rows of numbers in NPY");
        } else {
            ImportOption.requireOnly(options, "rows of numbers in NPY", ImportOption.WINDOW);
        }
    }

    /** That of the array to train on; numbers are stored so that those of all arrays keep their digits. */
    private static NpyLayout layout(SplitFiles<NpyPair> pairs, ImportOptions options) throws IOException {
        NpyLayout training = layout(pairs.training().samples(), options);
        boolean[] doubles = {false};
        pairs.each(
                (pair, split) -> doubles[0] |= layout(pair.samples(), options).storage() == ValueType.FLOAT64);
        return doubles[0] ? training.inDoubles() : training;
    }

    private static NpyLayout layout(SourceFile samples, ImportOptions options) throws IOException {
        try (NpyRows rows = NpyRows.open(samples)) {
            return NpyLayout.of(rows.header(), options, samples.path());
        }
    }

    /** Of vectors; null where doubles hold them as they are. */
    private static double @Nullable [] offsets(SourceFile samples) throws IOException {
        try (NpyRows rows = NpyRows.open(samples)) {
            if (rows.header().shape().length > 2 || !rows.header().type().exceedsDoubles()) {
                return null;
            }
            ColumnOffsets offsets = new ColumnOffsets((int) rows.header().rowSize());
            while (rows.hasNext()) {
                double[] numbers = rows.next();
                for (int i = 0; i < numbers.length; i++) {
                    offsets.seeWhole(i, numbers[i]);
                }
            }
            return offsets.found();
        }
    }
}
