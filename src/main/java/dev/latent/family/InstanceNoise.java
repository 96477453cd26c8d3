package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.Noise;
import dev.latent.nn.NativeOperations;

/** Gaussian noise on all that a discriminator sees (Sønderby 2017). @param deviation 0 for none */
record InstanceNoise(double deviation) {
    NDArray on(NDArray x) {
        return deviation == 0
                ? x
                : NativeOperations.sum(x, Noise.ENGINE.normal(x.getManager(), x.getShape()), deviation);
    }
}
