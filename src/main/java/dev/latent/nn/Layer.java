package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;

/** A function of a batch, with weights of its own or none. */
@FunctionalInterface
public interface Layer extends UnaryOperator<NDArray> {
    Layer IDENTITY = x -> x;

    static Layer chain(List<Layer> layers) {
        return x -> {
            NDArray y = x;
            for (Layer layer : layers) {
                y = layer.apply(y);
            }
            return y;
        };
    }
}
