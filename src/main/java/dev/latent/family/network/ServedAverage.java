package dev.latent.family.network;

import dev.latent.family.TrainingStep.Serving;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainingState;
import dev.latent.nn.training.WeightAverage;
import org.jspecify.annotations.Nullable;

/** The average of a network's weights; where one is kept, it is what is served. */
public final class ServedAverage {
    private final @Nullable WeightAverage average;

    /** @param decay 0 keeps none */
    public ServedAverage(Weights weights, double decay) {
        average = decay == 0 ? null : new WeightAverage(weights, decay);
    }

    public void update() {
        if (average != null) {
            average.update();
        }
    }

    public Serving serving() {
        if (average == null) {
            return () -> {};
        }
        average.exchange();
        return average::exchange;
    }

    public TrainingState addTo(TrainingState state, String name) {
        return average == null ? state : state.with(name, average);
    }
}
