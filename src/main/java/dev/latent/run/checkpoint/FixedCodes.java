package dev.latent.run.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.Generates;
import java.util.stream.LongStream;

/** The same codes for each model and each moment of its training; a conditional one is asked for its classes in turn. */
public final class FixedCodes {
    private final Generates model;
    private final int classes;
    private final SeededNoise noise;
    private long drawn;

    public FixedCodes(Generates model, int classes, long seed) {
        this.model = model;
        this.classes = classes;
        this.noise = new SeededNoise(seed);
    }

    /** Samples of the next n codes. */
    public NDArray samples(NDManager manager, int n) {
        NDArray z = noise.normal(manager, new Shape(n, model.latentDimension()));
        NDArray labels = model.conditional()
                ? manager.create(
                        LongStream.range(drawn, drawn + n).map(i -> i % classes).toArray())
                : null;
        drawn += n;
        return model.generate(z, labels);
    }
}
