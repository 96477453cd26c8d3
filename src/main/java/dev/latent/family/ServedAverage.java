package dev.latent.family;

import dev.latent.family.TrainingStep.Serving;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainingState;
import dev.latent.nn.training.WeightAverage;
import org.jspecify.annotations.Nullable;

/** The average of a network's weights; where one is kept, it is what is served. */
final class ServedAverage {
    private final @Nullable WeightAverage average;

    /** @param decay 0 keeps none */
    ServedAverage(Weights weights, double decay) {
        average = decay == 0 ? null : new WeightAverage(weights, decay);
    }

    void update() {
        if (average != null) {
            average.update();
        }
    }

    Serving serving() {
        if (average == null) {
            return () -> {};
        }
        average.exchange();
        return average::exchange;
    }

    TrainingState addTo(TrainingState state, String name) {
        return average == null ? state : state.with(name, average);
    }
}
