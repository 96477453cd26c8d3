package dev.latent.dataset.source;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.List;

/**
 * NumPy arrays, by themselves or in an NPZ file: one of samples and perhaps one of labels, or such for each split
 * ({@code x_train}, {@code y_train}, {@code x_test}, {@code y_test}).
 */
final class NpyFormat implements SourceFormat {
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
        NpyLayout first = layout(training.samples());
        requireUsable(request.options(), first, training.labels() != null);
        Windowing windowing =
                Windowing.of(request.options().windows(), first.shape().size());
        SampleShape shape = first.shape() instanceof SampleShape.Image image
                ? request.options().pixels().shape(image)
                : new SampleShape.Vector(windowing.sampleValues());
        DatasetLayout layout = request.layout(training.samples().path(), shape, classes.names(), first.storage());
        try (SampleSink sink = new SampleSink(request, layout)) {
            NpyCopy copy = new NpyCopy(request.options(), first, classes, windowing, sink);
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

    private static NpyLayout layout(SourceFile samples) throws IOException {
        try (NpyRows rows = NpyRows.open(samples)) {
            return NpyLayout.of(rows.header(), samples.path());
        }
    }
}
