package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** The weights of a network and the optimiser that updates them. */
public final class TrainableNetwork {
    private final Weights weights;

    public TrainableNetwork(Weights weights) {
        this.weights = weights;
    }

    Map<String, NDArray> state() {
        return weights.all();
    }
}
