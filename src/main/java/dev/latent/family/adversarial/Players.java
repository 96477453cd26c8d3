package dev.latent.family.adversarial;

import dev.latent.family.TrainingStep.Serving;
import dev.latent.family.network.ServedAverage;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Optimizer;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.nn.training.TrainingState;
import java.util.function.Function;

/** Who plays: G and D with their optimizers, and G's average. Each may be several networks that are updated as one. */
public final class Players {
    private final TrainableNetwork generator;
    private final TrainableNetwork discriminator;
    private final ServedAverage average;

    /** @param emaDecay of the average of G's weights, 0 for none */
    public Players(TrainableNetwork generator, TrainableNetwork discriminator, double emaDecay) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.average = new ServedAverage(generator.weights(), emaDecay);
    }

    /** Both with the same kind of optimizer. */
    public static Players of(
            Weights generator, Weights discriminator, Function<Weights, Optimizer> optimizer, double emaDecay) {
        return new Players(
                new TrainableNetwork(generator, optimizer), new TrainableNetwork(discriminator, optimizer), emaDecay);
    }

    TrainableNetwork generator() {
        return generator;
    }

    TrainableNetwork discriminator() {
        return discriminator;
    }

    /** To be told when G has been updated. */
    void generatorUpdated() {
        average.update();
    }

    Serving serving() {
        return average.serving();
    }

    TrainingState state() {
        return average.addTo(
                new TrainingState().with("generator", generator).with("discriminator", discriminator),
                "generatorAverage");
    }
}
