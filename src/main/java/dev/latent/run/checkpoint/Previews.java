package dev.latent.run.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.family.DataShape;
import dev.latent.family.Denoises;
import dev.latent.family.FindsNoise;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.Translates;
import dev.latent.family.Translates.Direction;
import dev.latent.image.ImageGrid;
import dev.latent.image.Png;
import dev.latent.image.ScatterPlot;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of what a model can do, on the same codes or inputs each time: generated samples, or rows of inputs and
 * what the model makes of them.
 */
public final class Previews {
    private static final int COLUMNS = 10;
    private static final int POINTS = 1000;
    private static final int PLOT_SIDE = 480;
    private static final Corruption SHOWN = Corruption.of(Corruption.Kind.GAUSSIAN, 0.5);
    private static final Corruption SHOWN_ON_VECTORS = Corruption.of(Corruption.Kind.GAUSSIAN, 0.3);

    private static final double SHOWN_ON_PHOTOGRAPHS = 0.1;
    /** Larger images are shown as they are, and few of them. */
    private static final int LARGE = 96;

    private static final int LARGE_COLUMNS = 4;

    private final GenerativeModel model;
    private final DataShape data;
    private final List<Dataset> datasets;
    private final long seed;

    public Previews(GenerativeModel model, DataShape data, List<Dataset> datasets, long seed) {
        this.model = model;
        this.data = data;
        this.datasets = datasets;
        this.seed = seed;
    }

    /** A PNG, or null where samples can't be drawn: vectors that are not points of a plane. */
    public byte @Nullable [] draw(NDManager parent) {
        boolean image = data.sample().isImage();
        if (!image && data.sample().size() != 2) {
            return null;
        }
        try (NDManager manager = parent.newSubManager()) {
            boolean large = data.sample() instanceof SampleShape.Image shape && shape.width() > LARGE;
            int columns = large ? LARGE_COLUMNS : COLUMNS;
            int count = image ? columns : POINTS;
            List<Samples> shown =
                    rows(manager, count).stream().map(this::samples).toList();
            return image
                    ? Png.encode(ImageGrid.ofColumns(columns)
                            .withGap(1)
                            .withScale(large ? 1 : 2)
                            .draw(joined(shown)))
                    : Png.encode(new ScatterPlot(PLOT_SIDE).draw(joined(shown)));
        }
    }

    /** @param domain the dataset whose units the values are in */
    private record Row(NDArray values, Dataset domain) {}

    private List<Row> rows(NDManager manager, int count) {
        return model instanceof Translates translator
                ? translations(translator, manager, count)
                : ofOneDomain(manager, count).stream()
                        .map(values -> new Row(values, datasets.get(0)))
                        .toList();
    }

    private List<NDArray> ofOneDomain(NDManager manager, int count) {
        if (model instanceof Generates generator) {
            return List.of(generated(generator, manager, data.sample().isImage() ? count * COLUMNS : count));
        }
        SampleSource source = shownSplit(datasets.get(0));
        NDArray clean = inputs(datasets.get(0), manager, count);
        if (model instanceof Denoises denoiser && denoiser.learnedFromNoisy()) {
            return List.of(clean, denoiser.denoise(clean));
        }
        if (model instanceof Denoises denoiser) {
            Range range = data.sample().isImage() ? Range.PIXELS : Range.COLUMNS;
            Corruption corruption = shown(denoiser);
            NDArray noisy = range.clip(corruption.apply(clean, range, new SeededNoise(seed)));
            return List.of(clean, noisy, denoiser.denoise(noisy));
        }
        NDArray labels = source.labelled() ? labels(source, manager, count) : null;
        return List.of(clean, ((Reconstructs) model).reconstruct(clean, labels));
    }

    private Corruption shown(Denoises denoiser) {
        if (denoiser instanceof FindsNoise finder && finder.levels() != null) {
            return Corruption.of(Corruption.Kind.GAUSSIAN, finder.levels().told(SHOWN_ON_PHOTOGRAPHS));
        }
        return data.sample().isImage() ? SHOWN : SHOWN_ON_VECTORS;
    }

    private NDArray generated(Generates generator, NDManager manager, int count) {
        return new FixedCodes(generator, data.classes(), seed).samples(manager, count);
    }

    private List<Row> translations(Translates translator, NDManager manager, int count) {
        List<Row> rows = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Dataset from = datasets.get(direction.ordinal());
            Dataset to = datasets.get(direction.opposite().ordinal());
            NDArray x = inputs(from, manager, count);
            NDArray translated = translator.translate(x, direction);
            NDArray back = translator.translate(translated, direction.opposite());
            rows.addAll(List.of(new Row(x, from), new Row(translated, to), new Row(back, from)));
        }
        return rows;
    }

    private NDArray inputs(Dataset dataset, NDManager manager, int count) {
        SampleSource source = shownSplit(dataset);
        float[] values = source.range(0, Math.min(count, source.count())).values();
        int[] d = data.sample().dimensions();
        long n = values.length / data.sample().size();
        return manager.create(values, d.length == 3 ? new Shape(n, d[0], d[1], d[2]) : new Shape(n, d[0]));
    }

    private static NDArray labels(SampleSource source, NDManager manager, int count) {
        long[] labels = new long[Math.min(count, source.count())];
        source.copyLabels(IntStream.range(0, labels.length).toArray(), labels);
        return manager.create(labels);
    }

    private static SampleSource shownSplit(Dataset dataset) {
        SampleSource test = dataset.split(Split.TEST);
        SampleSource train = dataset.split(Split.TRAIN);
        return test.count() > 0 && test.labelled() == train.labelled() ? test : train;
    }

    private Samples samples(Row row) {
        float[] values = NativeOperations.rowMajor(row.values).toFloatArray();
        Columns columns = row.domain.description().columns();
        Columns centre = datasets.get(0).description().columns();
        return columns == null || centre == null
                ? new Samples(data.sample(), values, null)
                : Table.restored(columns, values, null).about(centre);
    }

    private static Samples joined(List<Samples> rows) {
        SampleShape shape = rows.get(0).shape();
        float[] values =
                new float[rows.stream().mapToInt(row -> row.values().length).sum()];
        int offset = 0;
        for (Samples row : rows) {
            System.arraycopy(row.values(), 0, values, offset, row.values().length);
            offset += row.values().length;
        }
        return new Samples(shape, values, null);
    }
}
