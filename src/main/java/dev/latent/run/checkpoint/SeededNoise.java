package dev.latent.run.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Noise from Java's generator: a preview shows the same inputs each time and leaves the engine's generator alone. */
final class SeededNoise implements Noise {
    private final SplittableRandom random;

    SeededNoise(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public NDArray normal(NDManager manager, Shape shape) {
        return fill(manager, shape, random::nextGaussian);
    }

    @Override
    public NDArray uniform(NDManager manager, Shape shape) {
        return fill(manager, shape, random::nextDouble);
    }

    private static NDArray fill(NDManager manager, Shape shape, DoubleSupplier draw) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw.getAsDouble();
        }
        return manager.create(values, shape);
    }
}
