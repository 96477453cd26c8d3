package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.TrainingBatch;
import dev.latent.family.adversarial.AdversarialStep.Rules;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.RecordedGradients;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A game of single numbers, G(z) = g·z and D(x) = d·x, in which no update moves a weight. */
final class StillGame {
    private final NDManager manager;
    private final GameLog log = new GameLog();
    private final RecordedGradients generatorGradients;
    private final AdversarialStep step;

    StillGame(NDManager manager, float g, float d, Rules rules) {
        this.manager = manager;
        AdversarialNetworks networks = new AdversarialNetworks(
                GanLayout.of(NetworkSize.mlp(), new SampleShape.Vector(1), 1),
                AdversarialOptions.OFF,
                Weights.Source.drawn(manager, new SplittableRandom(1)));
        set(networks.generatorWeights(), "up.out.weight", g);
        set(networks.discriminatorWeights(), "down.out.weight", d);
        generatorGradients = new RecordedGradients(networks.generatorWeights());
        Players players = new Players(
                new TrainableNetwork(networks.generatorWeights(), weights -> generatorGradients),
                new TrainableNetwork(networks.discriminatorWeights(), RecordedGradients::new),
                0);
        step = new AdversarialStep(networks, log, players, rules);
    }

    private static void set(Weights weights, String name, float value) {
        NDArray weight = weights.parameters().get(name);
        NativeOperations.copy(weight.getManager().full(weight.getShape(), value), weight);
    }

    /** One round, with a batch of {@code samples} copies of each of these. */
    void play(int samples, float... real) {
        float[][] columns = new float[real.length][samples];
        for (int i = 0; i < real.length; i++) {
            Arrays.fill(columns[i], real[i]);
        }
        step.update(Arrays.stream(columns)
                .map(column -> new TrainingBatch(manager.create(column, new Shape(samples, 1)), null, null, 0))
                .toList());
    }

    AdversarialStep step() {
        return step;
    }

    GameLog log() {
        return log;
    }

    /** By g, in the last round. */
    float generatorGradient() {
        return generatorGradients.of("up.out.weight")[0];
    }
}
