package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.latent.nn.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The weights of a network and the optimizer that updates them. Only {@link #minimize} lets the weights require
 * gradients, so whatever else is computed with them, also by another network's objective, records nothing for them.
 */
public final class TrainableNetwork {
    private final Weights weights;
    private final Optimizer optimizer;

    public TrainableNetwork(Weights weights, Function<Weights, Optimizer> optimizer) {
        this.weights = weights;
        this.optimizer = optimizer.apply(weights);
        weights.training(true);
    }

    /**
     * One update: evaluates the objective, takes its gradients with respect to this network's parameters only, and
     * lets the optimizer move them.
     *
     * @param objective gives a scalar
     * @return the objective's value before the update
     */
    public NDArray minimize(Supplier<NDArray> objective) {
        NDArray value = record(() -> {
            NDArray loss = objective.get();
            optimizer.step(loss);
            return loss;
        });
        weights.round();
        return value;
    }

    /**
     * Evaluates with a graph by this network's parameters, for an objective to be minimized later.
     *
     * @param result computed with them
     */
    public NDArray record(Supplier<NDArray> result) {
        JniUtils.setGradMode(true);
        weights.requireGradients(true);
        try {
            return result.get();
        } finally {
            weights.requireGradients(false);
        }
    }

    public Weights weights() {
        return weights;
    }

    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>(weights.all());
        state.putAll(optimizer.state());
        return state;
    }
}
