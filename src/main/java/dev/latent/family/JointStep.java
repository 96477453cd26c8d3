package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.Adam;
import dev.latent.nn.TrainableNetwork;
import dev.latent.nn.TrainingState;
import dev.latent.nn.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** One update of all of a model's networks together, by one objective. */
public final class JointStep implements TrainingStep {
    private final TrainableNetwork network;
    private final BiFunction<TrainingBatch, Map<String, NDArray>, NDArray> objective;

    /** @param objective gives the scalar to minimise, and may put parts of it into the map, to be reported */
    public JointStep(
            GenerativeModel model,
            Adam.Settings settings,
            BiFunction<TrainingBatch, Map<String, NDArray>, NDArray> objective) {
        this.network = new TrainableNetwork(Weights.union(model.networks()), weights -> new Adam(weights, settings));
        this.objective = objective;
        model.networks().values().forEach(weights -> weights.training(true));
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        Map<String, NDArray> losses = new LinkedHashMap<>();
        NDArray loss = network.minimize(() -> objective.apply(batches.get(0), losses));
        losses.put("loss", loss);
        return losses;
    }

    @Override
    public TrainingState state() {
        return new TrainingState().with("model", network);
    }
}
