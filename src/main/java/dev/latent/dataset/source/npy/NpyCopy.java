package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.LabelClasses;
import dev.latent.dataset.source.reading.RowConsumer;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.dataset.source.reading.Windowing;
import dev.latent.sample.SampleShape;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Copies arrays of one layout. */
record NpyCopy(
        ImportOptions options,
        NpyLayout layout,
        double @Nullable [] offsets,
        LabelClasses classes,
        Windowing windowing,
        SampleSink sink) {

    void copy(NpyPair pair, @Nullable Split split) throws IOException {
        String path = pair.samples().path();
        try (NpyRows rows = NpyRows.open(pair.samples());
                NpyLabels labels = NpyLabels.open(pair.labels())) {
            if (!NpyLayout.of(rows.header(), options, path).isLike(layout)) {
                throw new DatasetRefused(path, "its samples have another shape or type than those to train on");
            }
            if (labels != null) {
                labels.requireCount(rows.count());
            }
            RowConsumer vectors = windowing.cut(path, split, rows.count(), sink);
            while (rows.hasNext()) {
                double[] values = rows.next(offsets);
                int label = labels == null ? -1 : labels.nextIndex(classes);
                if (layout.shape() instanceof SampleShape.Image image) {
                    addImage(split, image, rows.header().type().booleans() ? whites(values) : values, label, path);
                } else {
                    vectors.add(values, label);
                }
            }
        }
    }

    private void addImage(@Nullable Split split, SampleShape.Image image, double[] values, int label, String path)
            throws IOException {
        double[] planes = layout.channelsLast() ? channelFirst(image, values) : values;
        if (layout.bytes()) {
            sink.add(split, options.pixels().apply(image, bytes(planes)), label);
        } else {
            sink.add(split, options.pixels().apply(image, pixels(planes, path)), label);
        }
    }

    /** What is true is white. */
    private static double[] whites(double[] booleans) {
        return Arrays.stream(booleans).map(value -> value * 255).toArray();
    }

    private static double[] channelFirst(SampleShape.Image image, double[] values) {
        double[] planes = new double[values.length];
        int area = image.height() * image.width();
        for (int i = 0; i < values.length; i++) {
            planes[i % image.channels() * area + i / image.channels()] = values[i];
        }
        return planes;
    }

    private static byte[] bytes(double[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (int) values[i];
        }
        return bytes;
    }

    private float[] pixels(double[] values, String path) throws DatasetRefused {
        ValueRange range = options.pixelRange();
        float[] pixels = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < range.min() || values[i] > range.max()) {
                throw new DatasetRefused(
                        path,
                        "a pixel is " + values[i] + ", outside [" + range.min() + ", " + range.max()
                                + "]; say with valueRange what pixels range over");
            }
            pixels[i] = (float) ((values[i] - range.min()) / (range.max() - range.min()));
        }
        return pixels;
    }
}
