package dev.latent.family;

import ai.djl.ndarray.NDArray;

/** Removes noise. */
public interface Denoises {
    NDArray denoise(NDArray corrupted);
}
