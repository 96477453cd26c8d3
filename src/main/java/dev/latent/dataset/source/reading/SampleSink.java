package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the samples of an import one by one. A sample whose split the source doesn't name goes to one by a hash of its
 * values, eight in ten to training, one to validation, one to testing; of images that are equal in pixels and label the
 * first is kept. Samples of named splits are taken as they are.
 */
public final class SampleSink implements Closeable {
    private final ImportRequest request;
    private final DatasetLayout layout;
    private final DatasetWriter writer;
    private final SeenSamples seen = new SeenSamples();
    private final int[] trained;
    private long bytes;
    private long taken;
    private long duplicates;

    public SampleSink(ImportRequest request, DatasetLayout layout) throws IOException {
        this.request = request;
        this.layout = layout;
        trained = new int[layout.classes() == null ? 1 : layout.classes().size()];
        writer = DatasetWriter.create(request.target(), layout);
    }

    /** @param split as the source names it, or null; @param label −1 without classes */
    public void add(@Nullable Split split, byte[] sample, int label) throws IOException {
        Split chosen = split == null ? chooseFor(sample, label) : split;
        if (chosen != null) {
            count(chosen, label);
            writer.add(chosen, sample, labels(label));
        }
    }

    /** A row of a table. */
    public void add(@Nullable Split split, double[] row, int label) throws IOException {
        if (layout.storage() == ValueType.FLOAT32) {
            add(split, floats(row), label);
            return;
        }
        Split chosen = split == null ? chooseFor(layout.table().told(row), label) : split;
        if (chosen != null) {
            count(chosen, label);
            writer.add(chosen, row, labels(label));
        }
    }

    private static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    public void add(@Nullable Split split, float[] sample, int label) throws IOException {
        Split chosen = split == null ? chooseFor(encoded(sample), label) : split;
        if (chosen != null) {
            count(chosen, label);
            writer.add(chosen, sample, labels(label));
        }
    }

    /** A picture of its own size. */
    public void add(@Nullable Split split, SampleShape.Image size, byte[] pixels, int label) throws IOException {
        int unlike = size.equals(layout.shape()) ? 0 : size.hashCode();
        Split chosen = split == null ? chooseFor(pixels, label, unlike) : split;
        if (chosen != null) {
            count(chosen, label, pixels.length);
            writer.add(chosen, size, pixels, labels(label));
        }
    }

    public void add(@Nullable Split split, SampleShape.Image size, float[] pixels, int label) throws IOException {
        add(split, size, encoded(pixels), label);
    }

    private static byte[] encoded(float[] values) {
        ByteBuffer encoded = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        encoded.asFloatBuffer().put(values);
        return encoded.array();
    }

    private @Nullable Split chooseFor(byte[] values, int label) {
        return chooseFor(values, label, 0);
    }

    /** Null for a duplicate. @param unlike tells pictures apart that have the same pixels in another size */
    private @Nullable Split chooseFor(byte[] values, int label, int unlike) {
        ContentHash hash = ContentHash.of(values);
        if (layout.shape().isImage() && !seen.add(hash.identity() + label + ((long) unlike << Integer.SIZE))) {
            duplicates++;
            return null;
        }
        return hash.split();
    }

    private void count(Split split, int label) throws DatasetRefused {
        count(split, label, layout.sampleBytes());
    }

    private void count(Split split, int label, int sampleBytes) throws DatasetRefused {
        taken++;
        bytes += sampleBytes;
        if (bytes > request.limits().preparedSize().toBytes()) {
            throw DatasetRefused.tooLarge(
                    request.name(),
                    "its samples take more than the " + request.limits().preparedSize() + " that a dataset may take");
        }
        if (split == Split.TRAIN) {
            trained[Math.max(0, label)]++;
        }
    }

    private static int @Nullable [] labels(int label) {
        return label < 0 ? null : new int[] {label};
    }

    /** @throws DatasetRefused if there is nothing to train on, or a class without it */
    public ImportReport finish() throws IOException {
        requireTrained();
        writer.finish();
        return new ImportReport(taken, duplicates, List.of(), List.of());
    }

    /** The same of pictures that were added with their sizes. @param take what they have become */
    public ImportReport finishPictures(Consumer<DatasetDescription> take) throws IOException {
        requireTrained();
        take.accept(writer.finishPictures(request.limits().sampleValues()));
        return new ImportReport(taken, duplicates, List.of(), List.of());
    }

    private void requireTrained() throws DatasetRefused {
        for (int label = 0; label < trained.length; label++) {
            if (trained[label] == 0) {
                String of = layout.classes() == null
                        ? ""
                        : " of class '" + layout.classes().get(label) + "'";
                throw new DatasetRefused(
                        request.subject(), "no sample" + of + " is in the training split; more samples are needed");
            }
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
