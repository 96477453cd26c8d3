package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import dev.latent.family.TrainingStep;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainingState;
import dev.latent.run.loop.ServedModel;
import java.io.IOException;
import java.util.List;

/** The weights that were served when models were at their best. */
final class BestWeights {
    private final List<ServedModel> models;
    private final List<List<NDArray>> weights;
    private final List<List<NDArray>> best;

    BestWeights(List<ServedModel> models) {
        this.models = models;
        this.weights = models.stream()
                .map(model -> List.copyOf(all(model).all().values()))
                .toList();
        this.best = weights.stream()
                .map(some -> some.stream().map(NDArray::duplicate).toList())
                .toList();
    }

    private static Weights all(ServedModel model) {
        return Weights.union(model.model().networks());
    }

    /** They are at their best now. */
    void keep() {
        for (int i = 0; i < models.size(); i++) {
            try (TrainingStep.Serving serving = models.get(i).step().serving()) {
                NativeOperations.copyAll(weights.get(i), best.get(i));
            }
        }
    }

    /** Serves the best from now on. There is no training after it. */
    void serve() throws IOException {
        for (int i = 0; i < models.size(); i++) {
            try (TrainingStep.Serving serving = models.get(i).step().serving()) {
                NativeOperations.copyAll(best.get(i), weights.get(i));
            }
            models.get(i).model().networks().values().forEach(Weights::round);
        }
    }

    TrainingState addTo(TrainingState state) {
        for (int i = 0; i < best.size(); i++) {
            for (int at = 0; at < best.get(i).size(); at++) {
                state.with("best" + i + "." + at, best.get(i).get(at));
            }
        }
        return state;
    }
}
