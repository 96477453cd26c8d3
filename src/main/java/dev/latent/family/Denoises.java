package dev.latent.family;

import ai.djl.ndarray.NDArray;

/** Removes noise. */
public interface Denoises {
    NDArray denoise(NDArray corrupted);

    /** Whether what it learned from was noisy itself, so that its data know nothing of clean samples. */
    default boolean learnedFromNoisy() {
        return false;
    }
}
