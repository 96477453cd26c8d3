package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.dataset.SampleSource;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The batches of one dataset, each epoch in a new order; bytes stay bytes until the engine has them. */
public final class Batches {
    private final SampleSource source;
    private final int batchSize;
    private final long seed;
    private int[] order = {};
    private long orderedEpoch = -1;

    /** @param batchSize at most the number of samples */
    public Batches(SampleSource source, int batchSize, long seed) {
        this.source = source;
        this.batchSize = Math.min(batchSize, source.count());
        this.seed = seed;
    }

    int batchSize() {
        return batchSize;
    }

    long bytesPerBatch() {
        return (long) batchSize * source.shape().size() * (source.bytes() ? 1 : Float.BYTES);
    }

    /** Full batches in an epoch; what is left over waits for another epoch's order. */
    long perEpoch() {
        return source.count() / batchSize;
    }

    /** The batch with this number, counted from the first epoch's start. */
    public Loaded load(long number) {
        long epoch = number / perEpoch();
        if (epoch != orderedEpoch) {
            order = Shuffle.of(source.count(), Seeds.mix(seed, epoch));
            orderedEpoch = epoch;
        }
        int start = Math.toIntExact(number % perEpoch()) * batchSize;
        int[] indices = java.util.Arrays.copyOfRange(order, start, start + batchSize);
        long @Nullable [] labels = null;
        if (source.labelled()) {
            labels = new long[batchSize];
            source.copyLabels(indices, labels);
        }
        return new Loaded(shape(), source.bytes(), values(indices), labels);
    }

    private Shape shape() {
        SampleShape sample = source.shape();
        int[] d = sample.dimensions();
        return sample.isImage() ? new Shape(batchSize, d[0], d[1], d[2]) : new Shape(batchSize, d[0]);
    }

    private ByteBuffer values(int[] indices) {
        int size = batchSize * source.shape().size();
        if (source.bytes()) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(size);
            source.copyBytes(indices, bytes);
            return bytes.flip();
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
        source.copyFloats(indices, bytes.asFloatBuffer());
        return bytes;
    }

    /** A batch in Java's memory. */
    public record Loaded(Shape shape, boolean bytes, ByteBuffer values, long @Nullable [] labels) {
        public NDArray x(NDManager manager) {
            return bytes
                    ? manager.create(values, shape, DataType.UINT8).mul(1 / 255f)
                    : manager.create(values, shape, DataType.FLOAT32);
        }

        @Nullable
        NDArray y(NDManager manager) {
            return labels == null ? null : manager.create(labels);
        }
    }
}
