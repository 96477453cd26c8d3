package dev.latent.family.autoencoding;

import ai.djl.ndarray.NDArray;
import dev.latent.family.GenerativeModel;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.network.ServedAverage;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.nn.training.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** One update of all of a model's networks together, by one objective. */
public final class JointStep implements TrainingStep {
    private final Adam optimizer;
    private final TrainableNetwork network;
    private final ToDoubleFunction<TrainingBatch> rateFactor;
    private final ServedAverage average;
    private final BiFunction<TrainingBatch, Map<String, NDArray>, NDArray> objective;

    /** @param objective gives the scalar to minimize, and may put parts of it into the map, to be reported */
    public JointStep(
            GenerativeModel model,
            Adam.Settings settings,
            BiFunction<TrainingBatch, Map<String, NDArray>, NDArray> objective) {
        this(model, settings, batch -> 1, 0, objective);
    }

    /** @param rateFactor what the learning rate is multiplied by at a batch @param emaDecay of the average of the weights, 0 for none */
    public JointStep(
            GenerativeModel model,
            Adam.Settings settings,
            ToDoubleFunction<TrainingBatch> rateFactor,
            double emaDecay,
            BiFunction<TrainingBatch, Map<String, NDArray>, NDArray> objective) {
        Weights all = Weights.union(model.networks());
        this.optimizer = new Adam(all, settings);
        this.network = new TrainableNetwork(all, weights -> optimizer);
        this.rateFactor = rateFactor;
        this.average = new ServedAverage(all, emaDecay);
        this.objective = objective;
        model.networks().values().forEach(weights -> weights.training(true));
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        Map<String, NDArray> losses = new LinkedHashMap<>();
        TrainingBatch batch = batches.get(0).varied();
        optimizer.scaleRate(rateFactor.applyAsDouble(batch));
        NDArray loss = network.minimize(() -> objective.apply(batch, losses));
        average.update();
        losses.put("loss", loss);
        return losses;
    }

    @Override
    public boolean hasObjective() {
        return true;
    }

    @Override
    public NDArray objective(TrainingBatch batch) {
        return objective.apply(batch, new LinkedHashMap<>());
    }

    @Override
    public TrainingState state() {
        return average.addTo(new TrainingState().with("model", network), "average");
    }

    @Override
    public Serving serving() {
        return average.serving();
    }
}
