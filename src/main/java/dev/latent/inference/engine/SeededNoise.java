package dev.latent.inference.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import java.util.SplittableRandom;

/**
 * Noise that a seed decides, a stream of its own for each sample, so that a sample's noise does not depend on how many
 * are drawn with it, nor on what else the service does.
 */
public final class SeededNoise implements Noise {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final SplittableRandom[] streams;

    private SeededNoise(SplittableRandom[] streams) {
        this.streams = streams;
    }

    /** Streams of the samples {@code first … first + count - 1}. */
    public static SeededNoise of(long seed, long first, int count) {
        SplittableRandom[] streams = new SplittableRandom[count];
        for (int i = 0; i < count; i++) {
            streams[i] = stream(seed, first + i);
        }
        return new SeededNoise(streams);
    }

    /** Scrambled twice, so that neighbouring seeds and samples have nothing in common. */
    static SplittableRandom stream(long seed, long sample) {
        long mixed = new SplittableRandom(seed).nextLong() + sample * GOLDEN_GAMMA;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong());
    }

    /** The next {@code size} values of every stream: {@code count × size} numbers from N(0, 1). */
    public float[] normal(int size) {
        float[] values = new float[streams.length * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) streams[i / size].nextGaussian();
        }
        return values;
    }

    private float[] uniform(int size) {
        float[] values = new float[streams.length * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = streams[i / size].nextFloat();
        }
        return values;
    }

    @Override
    public NDArray normal(NDManager manager, Shape shape) {
        return manager.create(normal(perSample(shape)), shape);
    }

    @Override
    public NDArray uniform(NDManager manager, Shape shape) {
        return manager.create(uniform(perSample(shape)), shape);
    }

    private int perSample(Shape shape) {
        return Math.toIntExact(shape.size() / streams.length);
    }
}
