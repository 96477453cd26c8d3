package dev.latent.docker;

import dev.latent.nn.engine.TensorEngine;

/** Starts the engine while the image is built, so that its native library lies unpacked in {@code DJL_CACHE_DIR}. */
public final class EngineCache {
    private EngineCache() {}

    public static void main(String[] arguments) {
        TensorEngine.start();
        System.out.println("PyTorch " + TensorEngine.version() + " is in " + System.getenv("DJL_CACHE_DIR"));
    }
}
