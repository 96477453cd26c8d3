package dev.latent.quality.subject;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Reconstructs;
import dev.latent.measure.Chunks;
import dev.latent.quality.data.Part;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a model makes of samples of a part, given their labels where it takes them. */
public final class Reconstructed {
    private Reconstructed() {}

    /** @param x the samples of the part with these indices */
    public static NDArray of(Reconstructs model, NDArray x, Part part, int[] indices) {
        return each(model::reconstruct, model.conditional(), x, part, indices);
    }

    /** How far the samples are from it, as {@link Reconstructs#deviations} tells. */
    public static NDArray deviations(Reconstructs model, NDArray x, Part part, int[] indices) {
        return each(model::deviations, model.conditional(), x, part, indices);
    }

    private static NDArray each(
            BiFunction<NDArray, @Nullable NDArray, NDArray> made,
            boolean conditional,
            NDArray x,
            Part part,
            int[] indices) {
        if (!conditional) {
            return Chunks.map(x, Chunks.FORWARD, piece -> made.apply(piece, null));
        }
        int[] next = {0};
        return Chunks.map(x, Chunks.FORWARD, piece -> {
            int from = next[0];
            next[0] += Math.toIntExact(piece.getShape().get(0));
            NDArray labels = part.labels(piece.getManager(), Arrays.copyOfRange(indices, from, next[0]));
            return made.apply(piece, labels);
        });
    }
}
