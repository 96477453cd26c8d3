package dev.latent.corruption;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Where randomness comes from: the engine's generator in training, a request's seed in serving. */
public interface Noise {
    /** The engine's own generator. */
    Noise ENGINE = new Noise() {
        @Override
        public NDArray normal(NDManager manager, Shape shape) {
            return manager.randomNormal(shape);
        }

        @Override
        public NDArray uniform(NDManager manager, Shape shape) {
            return manager.randomUniform(0, 1, shape);
        }
    };

    /** N(0, 1). The first dimension counts samples. */
    NDArray normal(NDManager manager, Shape shape);

    /** U(0, 1). */
    NDArray uniform(NDManager manager, Shape shape);
}
