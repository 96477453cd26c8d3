package dev.latent.quality.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.family.Generates;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model generated.
 *
 * @param x {@code [n, c, h, w]} or {@code [n, d]}
 * @param labels that were asked for, the classes in turn; null where the model takes none
 */
public record Generated(NDArray x, int @Nullable [] labels) {
    private static final int TOGETHER = 500;

    /** @param noise codes are drawn from */
    static Generated of(Generates model, int classes, int n, Noise noise, NDManager manager) {
        int[] labels = model.conditional()
                ? IntStream.range(0, n).map(i -> i % classes).toArray()
                : null;
        NDList pieces = new NDList();
        for (int from = 0; from < n; from += TOGETHER) {
            int to = Math.min(n, from + TOGETHER);
            pieces.add(piece(
                    model, labels == null ? null : Arrays.copyOfRange(labels, from, to), to - from, noise, manager));
        }
        NDArray x = NDArrays.concat(pieces);
        x.attach(manager);
        pieces.close();
        return new Generated(x, labels);
    }

    private static NDArray piece(Generates model, int @Nullable [] labels, int n, Noise noise, NDManager parent) {
        try (NDManager manager = parent.newSubManager()) {
            NDArray z = noise.normal(manager, new Shape(n, model.latentDimension()));
            NDArray y = labels == null
                    ? null
                    : manager.create(Arrays.stream(labels).asLongStream().toArray());
            NDArray x = model.generate(z, y);
            x.attach(parent);
            return x;
        }
    }

    int count() {
        return Math.toIntExact(x.getShape().get(0));
    }

    /** The first n of them. */
    public Generated first(int n) {
        return n >= count() ? this : new Generated(x.get(":" + n), labels == null ? null : Arrays.copyOf(labels, n));
    }
}
