package dev.latent.run.validation;

import ai.djl.ndarray.NDManager;
import java.io.IOException;

/** Tells how good a model is at a moment of its training. The same weights always get the same value. */
public interface Measure {
    /** As losses are called. */
    String name();

    /** In words. */
    String meaning();

    boolean higherIsBetter();

    /** Taken of the weights that would be served. */
    double take(NDManager manager) throws IOException;
}
