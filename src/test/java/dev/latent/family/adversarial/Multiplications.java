package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Linear;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.SplittableRandom;

/** Networks between single numbers, each of which multiplies by its only weight. */
record Multiplications(SampleShape shape) implements UnpairedLayout {
    static UnpairedNetworks networks(NDManager manager, float g, float f, float discriminatorA, float discriminatorB) {
        Multiplications layout = new Multiplications(new SampleShape.Vector(1));
        UnpairedNetworks networks = new UnpairedNetworks(
                layout, AdversarialOptions.OFF, Weights.Source.drawn(manager, new SplittableRandom(1)));
        set(networks, "generatorAB", g);
        set(networks, "generatorBA", f);
        set(networks, "discriminatorA", discriminatorA);
        set(networks, "discriminatorB", discriminatorB);
        return networks;
    }

    private static void set(UnpairedNetworks networks, String network, float factor) {
        NDArray weight = networks.networks().get(network).parameters().get("factor.weight");
        NativeOperations.copy(weight.getManager().full(weight.getShape(), factor), weight);
    }

    @Override
    public Layer generator(Weights weights) {
        return multiplication(weights);
    }

    @Override
    public Layer discriminator(Weights weights) {
        return multiplication(weights);
    }

    private static Layer multiplication(Weights weights) {
        return Linear.unbiased(weights, "factor", 1, 1, Initializer.ONES);
    }
}
