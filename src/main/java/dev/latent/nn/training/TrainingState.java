package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.Tensors;
import dev.latent.nn.layer.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tensors that a checkpoint keeps, by name; they are restored in place. */
public final class TrainingState {
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();
    private final List<Weights> networks = new ArrayList<>();

    /** Keeps all weights and the optimizer's moments of a network. */
    public TrainingState with(String name, TrainableNetwork network) {
        network.state().forEach((key, array) -> with(name + "." + key, array));
        networks.add(network.weights());
        return this;
    }

    public TrainingState with(String name, WeightAverage average) {
        average.state().forEach((key, array) -> with(name + "." + key, array));
        return this;
    }

    public TrainingState with(String name, ImagePool pool) {
        pool.state().forEach((key, array) -> with(name + "." + key, array));
        return this;
    }

    public TrainingState with(String name, NDArray tensor) {
        if (tensors.put(name, tensor) != null) {
            throw new IllegalArgumentException("two tensors are named " + name);
        }
        return this;
    }

    /** Keeps what another one keeps. */
    public TrainingState with(String name, TrainingState other) {
        other.tensors.forEach((key, array) -> with(name + "." + key, array));
        networks.addAll(other.networks);
        return this;
    }

    public Map<String, NDArray> tensors() {
        return tensors;
    }

    /** Overwrites all of them, or none where the file does not fit. */
    public void load(Path file) throws IOException {
        Tensors.load(file, tensors);
        networks.forEach(Weights::round);
    }
}
