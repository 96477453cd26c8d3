package dev.latent.run.loop;

import ai.djl.ndarray.types.Shape;
import dev.latent.dataset.SampleSource;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The batches of one dataset, each epoch in a new order; bytes stay bytes until the engine has them. */
final class SampleBatches implements Batches {
    private final SampleSource source;
    private final int batchSize;
    private final long seed;
    private int[] order = {};
    private long orderedEpoch = -1;

    /** @param batchSize at most the number of samples */
    SampleBatches(SampleSource source, int batchSize, long seed) {
        this.source = source;
        this.batchSize = Math.min(batchSize, source.count());
        this.seed = seed;
    }

    @Override
    public long bytesPerBatch() {
        return (long) batchSize * source.shape().size() * (source.bytes() ? 1 : Float.BYTES);
    }

    /** Full batches; what is left over waits for another epoch's order. */
    @Override
    public long perEpoch() {
        return source.count() / batchSize;
    }

    @Override
    public Loaded load(long number) {
        long epoch = number / perEpoch();
        if (epoch != orderedEpoch) {
            order = Shuffle.of(source.count(), Seeds.mix(seed, epoch));
            orderedEpoch = epoch;
        }
        int start = Math.toIntExact(number % perEpoch()) * batchSize;
        int[] indices = Arrays.copyOfRange(order, start, start + batchSize);
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
}
