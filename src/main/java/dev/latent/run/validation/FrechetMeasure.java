package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.measure.FeatureStatistics;
import dev.latent.measure.FrechetDistance;
import dev.latent.run.loop.ServedModel;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** How far what a model makes is from the rows that it is not trained on, in the features of a network that learned nothing. */
final class FrechetMeasure implements Measure {
    private final ServedModel model;
    private final RandomFeatures features;
    private final List<Made> made;
    private final List<FeatureStatistics> real;

    /**
     * Samples that a model makes.
     *
     * @param samples the same codes or inputs each time
     * @param like the real ones
     */
    record Made(Function<NDManager, NDArray> samples, Function<NDManager, NDArray> like) {}

    FrechetMeasure(ServedModel model, RandomFeatures features, List<Made> made, NDManager parent) {
        this.model = model;
        this.features = features;
        this.made = made;
        this.real = made.stream()
                .map(each -> {
                    try (NDManager manager = parent.newSubManager()) {
                        return features.of(each.like.apply(manager));
                    }
                })
                .toList();
    }

    @Override
    public String name() {
        return "validationFrechetDistance";
    }

    @Override
    public String meaning() {
        return "the Fréchet distance in random features";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public double take(NDManager parent) throws IOException {
        return model.look(() -> {
            double sum = 0;
            for (int i = 0; i < made.size(); i++) {
                try (NDManager manager = parent.newSubManager()) {
                    sum += FrechetDistance.between(
                            real.get(i), features.of(made.get(i).samples.apply(manager)));
                }
            }
            return sum;
        });
    }
}
