package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.latent.corruption.Noise;
import dev.latent.nn.engine.NativeOperations;

/** Gaussian noise on all that a discriminator sees (Sønderby 2017). @param deviation 0 for none */
record InstanceNoise(double deviation) {
    NDArray on(NDArray x) {
        return deviation == 0 ? x : NativeOperations.sum(x, draw(x), deviation);
    }

    /** The same noise on two batches: what a loss expects of each by itself stays the same, and half need be drawn. */
    NDList onBoth(NDArray a, NDArray b) {
        if (deviation == 0) {
            return new NDList(a, b);
        }
        NDArray drawn = draw(a);
        return new NDList(NativeOperations.sum(a, drawn, deviation), NativeOperations.sum(b, drawn, deviation));
    }

    private static NDArray draw(NDArray like) {
        return Noise.ENGINE.normal(like.getManager(), like.getShape());
    }
}
