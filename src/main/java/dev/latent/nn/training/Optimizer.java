package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Updates the parameters that it was made for. */
public interface Optimizer {
    /** Takes the gradients of a scalar loss with respect to the parameters and updates them; the graph is used up. */
    void step(NDArray loss);

    /** What a checkpoint keeps of it, by name. */
    Map<String, NDArray> state();
}
