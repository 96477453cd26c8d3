package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.training.TrainingState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One round of updates of a family's networks. */
public interface TrainingStep {
    /** How many batches {@link #update} takes: more than one where D is trained several times for each step of G. */
    default int batchesPerStep() {
        return 1;
    }

    /**
     * Updates the networks.
     *
     * @return scalar losses by name in a fixed order; they live as long as the batches' manager
     */
    Map<String, NDArray> update(List<TrainingBatch> batches);

    /**
     * What is minimized, of samples that are not learned from; null where no one number says how good the networks are,
     * as between players of a game.
     *
     * @return a scalar that lives as long as the batch's manager
     */
    default @Nullable NDArray objective(TrainingBatch batch) {
        return null;
    }

    /** Whether {@link #objective} says something. */
    default boolean hasObjective() {
        return false;
    }

    /** Puts the weights that are to be served (averages, where they are kept) in place until it is closed. */
    default Serving serving() {
        return () -> {};
    }

    /** All that a checkpoint must keep for an exact continuation: weights, moments, averages, pools. */
    TrainingState state();

    /** While open, the model's weights are those to be served. */
    @FunctionalInterface
    interface Serving extends AutoCloseable {
        @Override
        void close();
    }
}
