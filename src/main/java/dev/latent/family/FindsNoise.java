package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.LearnedLevels;
import org.jspecify.annotations.Nullable;

/** Removes noise from pictures of any size, by subtracting what it finds of it. */
public interface FindsNoise extends Denoises {
    /** The levels of noise that it tells apart; null where it is not told how strong the noise is. */
    @Nullable
    LearnedLevels levels();

    /**
     * The noise in pictures of any height and width, not clipped.
     *
     * @param pictures {@code [n, c, h, w]}
     * @param levels float32 {@code [n]}, or null where there are no {@link #levels}
     */
    NDArray noise(NDArray pictures, @Nullable NDArray levels);

    /** How far off, in pixels, lies what the noise at a place depends on; even. */
    int reach();

    /** The side, in pixels, of the windows in which it estimates levels; even. */
    int windowSide();

    /** How strong the noise is in windows of pictures, {@code [n, c, side, side]} → {@code [n]}. */
    NDArray level(NDArray windows);
}
