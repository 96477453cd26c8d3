package dev.latent.quality.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.measure.LabelledSamples;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A part of a dataset as models see it: pixels in [0,1], columns standardized.
 *
 * @param name for those who read why it does not suffice
 */
public record Part(String name, SampleSource source) implements LabelledSamples {
    /** Float32 values that are held at a time: 256 MB. */
    private static final int MOST_VALUES = 1 << 26;

    public static Part of(Dataset dataset, Split split) {
        return new Part(split + " split of " + dataset.description().name(), dataset.split(split));
    }

    @Override
    public int count() {
        return source.count();
    }

    public SampleShape shape() {
        return source.shape();
    }

    @Override
    public Samples select(int[] indices) {
        return source.select(indices);
    }

    /** How many samples of a shape are held at a time. */
    public static int fitting(SampleShape shape) {
        return Math.max(1, MOST_VALUES / shape.size());
    }

    /** As many as there are, or as fit into memory, up to n; which ones, the seed decides. */
    public int[] some(int n, long seed) {
        int fitting = Math.min(Math.min(n, count()), fitting(shape()));
        if (fitting == 0) {
            return new int[0];
        }
        if (fitting == count()) {
            return IntStream.range(0, fitting).toArray();
        }
        return new RandomDataGenerator(new Well19937c(seed)).nextPermutation(count(), fitting);
    }

    /** As many as fit into memory, in an order that the seed decides. */
    public int[] mixed(long seed) {
        int fitting = Math.min(count(), fitting(shape()));
        return fitting == 0
                ? new int[0]
                : new RandomDataGenerator(new Well19937c(seed)).nextPermutation(count(), fitting);
    }

    /** {@code [n, c, h, w]} or {@code [n, d]}. */
    public NDArray array(NDManager manager, int[] indices) {
        if (!source.bytes()) {
            return SampleArrays.of(manager, select(indices));
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(indices.length * shape().size());
        source.copyBytes(indices, bytes);
        try (NDManager reading = manager.newSubManager()) {
            NDArray stored = reading.create(bytes.flip(), SampleArrays.batch(shape(), indices.length), DataType.UINT8);
            NDArray pixels = stored.toType(DataType.FLOAT32, true).mul(1 / 255f);
            pixels.attach(manager);
            return pixels;
        }
    }

    public int[] labels(int[] indices) {
        return Arrays.stream(indices).map(source::label).toArray();
    }

    /** Goes through all of them, in order. @param size of a piece, which goes when {@code use} returns */
    public void forEachPiece(int size, NDManager parent, Consumer<NDArray> use) {
        for (int from = 0; from < count(); from += size) {
            try (NDManager manager = parent.newSubManager()) {
                use.accept(array(
                        manager,
                        IntStream.range(from, Math.min(count(), from + size)).toArray()));
            }
        }
    }

    /** int64 {@code [n]}. */
    public NDArray labels(NDManager manager, int[] indices) {
        return manager.create(Arrays.stream(labels(indices)).asLongStream().toArray());
    }

    /** @throws NotMeasurable if labels are needed, and its samples have none */
    public Part withLabels(boolean needed) throws NotMeasurable {
        if (needed && !source.labelled()) {
            throw new NotMeasurable("the " + name + " has no labels, which this model takes");
        }
        return this;
    }

    /** @throws NotMeasurable if there are fewer */
    public Part atLeast(int n) throws NotMeasurable {
        if (count() < n) {
            throw new NotMeasurable("the " + name + " holds " + count() + " samples; this measure needs " + n);
        }
        return this;
    }
}
