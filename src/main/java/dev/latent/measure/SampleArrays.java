package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.Objects;

/** Samples as the engine's arrays. */
public final class SampleArrays {
    private SampleArrays() {}

    /** {@code [n, c, h, w]} or {@code [n, d]}. */
    public static NDArray of(NDManager manager, Samples samples) {
        return manager.create(samples.values(), batch(samples.shape(), samples.count()));
    }

    /** int64 {@code [n]}. */
    public static NDArray labels(NDManager manager, Samples samples) {
        int[] labels = Objects.requireNonNull(samples.labels(), "these samples have no labels");
        return manager.create(Arrays.stream(labels).asLongStream().toArray());
    }

    /** Each sample as a row, {@code [n, size]}. */
    public static NDArray rows(NDArray samples) {
        return samples.reshape(samples.getShape().get(0), -1);
    }

    /** The shape of n samples. */
    public static Shape batch(SampleShape sample, long n) {
        int[] d = sample.dimensions();
        return d.length == 3 ? new Shape(n, d[0], d[1], d[2]) : new Shape(n, d[0]);
    }
}
