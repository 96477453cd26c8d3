package dev.latent.inference.engine;

/** Is told of every forward. */
interface BatchObserver {
    /** @param size how many rows the engine saw, {@code rows} of them asked for */
    void forward(Call call, int rows, int size);
}
