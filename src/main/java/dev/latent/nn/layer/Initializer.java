package dev.latent.nn.layer;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws a parameter's first values. */
@FunctionalInterface
public interface Initializer {
    Initializer ZEROS = (values, shape, random) -> {};
    Initializer ONES = (values, shape, random) -> Arrays.fill(values, 1);

    void fill(float[] values, Shape shape, RandomGenerator random);

    /** N(mean, deviation²). */
    static Initializer normal(double mean, double deviation) {
        return (values, shape, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian(mean, deviation);
            }
        };
    }

    /** U(−bound, bound). */
    static Initializer uniform(double bound) {
        return (values, shape, random) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
        };
    }

    /** U(−√(6/(in+out)), √(6/(in+out))) (Glorot & Bengio 2010, eq. 16). */
    static Initializer glorot(long fanIn, long fanOut) {
        return uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    /** U(−√(6/in), √(6/in)): keeps the variance through ReLU (He 2015, eq. 10). */
    static Initializer he(long fanIn) {
        return uniform(Math.sqrt(6.0 / fanIn));
    }
}
