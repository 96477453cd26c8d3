package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.dataset.SampleSource;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The batches of one dataset, each decided by a seed and its number. */
public interface Batches {
    /** Whole samples. @param size samples in a batch, if there are as many */
    static Batches of(SampleSource source, int size, long seed) {
        return new SampleBatches(source, size, seed);
    }

    /** Whether these are pictures of which windows of this side are cut. */
    static boolean cuts(SampleSource source, int side) {
        return side > 0
                && source.shape().isImage()
                && source.count() > 0
                && CropBatches.isLarger(source.pictures(), side);
    }

    /**
     * Square windows of pictures where these are larger, each in a random orientation; else whole samples.
     *
     * @param side of a window in pixels; 0 for whole samples whatever their size
     */
    static Batches of(SampleSource source, int side, int size, long seed) {
        return cuts(source, side) ? CropBatches.of(source.pictures(), side, size, seed) : of(source, size, seed);
    }

    long bytesPerBatch();

    long perEpoch();

    /** The batch with this number, counted from the first epoch's start. */
    Loaded load(long number);

    /** A batch in Java's memory. @param bytes whether values are bytes rather than floats; pixel = byte / 255 */
    record Loaded(Shape shape, boolean bytes, ByteBuffer values, long @Nullable [] labels) {
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
