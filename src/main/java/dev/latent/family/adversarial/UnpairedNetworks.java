package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Translates;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** A generator each way and a discriminator for each domain. Inside, pixels lie in [−1,1]. */
public final class UnpairedNetworks implements GenerativeModel, Translates {
    private final Map<String, Weights> networks = new LinkedHashMap<>();
    private final SymmetricRange range;
    private final Layer generatorAB;
    private final Layer generatorBA;
    private final Layer discriminatorA;
    private final Layer discriminatorB;

    public UnpairedNetworks(UnpairedLayout layout, AdversarialOptions options, Weights.Source weights) {
        range = new SymmetricRange(layout.shape());
        Weights.Source generators = options.generators(weights);
        Weights.Source discriminators = options.discriminators(weights);
        generatorAB = range.activation().after(layout.generator(named("generatorAB", generators)));
        generatorBA = range.activation().after(layout.generator(named("generatorBA", generators)));
        discriminatorA = layout.discriminator(named("discriminatorA", discriminators));
        discriminatorB = layout.discriminator(named("discriminatorB", discriminators));
    }

    private Weights named(String name, Weights.Source source) {
        Weights weights = source.network();
        networks.put(name, weights);
        return weights;
    }

    /** From [0,1] to what the networks see. */
    public NDArray inside(NDArray x) {
        return range.inside(x);
    }

    /** G(a) in domain B. */
    public NDArray toB(NDArray a) {
        return generatorAB.apply(a);
    }

    /** F(b) in domain A. */
    public NDArray toA(NDArray b) {
        return generatorBA.apply(b);
    }

    public NDArray discriminateA(NDArray a) {
        return discriminatorA.apply(a);
    }

    public NDArray discriminateB(NDArray b) {
        return discriminatorB.apply(b);
    }

    /** Both, to be updated as one. */
    Weights generators() {
        return united("generator");
    }

    /** Both, to be updated as one. */
    Weights discriminators() {
        return united("discriminator");
    }

    private Weights united(String kind) {
        Map<String, Weights> some = new LinkedHashMap<>(networks);
        some.keySet().removeIf(name -> !name.startsWith(kind));
        return Weights.union(some);
    }

    SampleShape shape() {
        return range.shape();
    }

    @Override
    public Map<String, Weights> networks() {
        return networks;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        return Map.of(
                "generatorAB",
                translator(generatorAB),
                "generatorBA",
                translator(generatorBA),
                "discriminatorA",
                discriminatorA.description(),
                "discriminatorB",
                discriminatorB.description());
    }

    private LayerDescription translator(Layer generator) {
        return range.outside(range.inside(generator.description()));
    }

    @Override
    public NDArray translate(NDArray x, Direction direction) {
        NDArray inside = range.inside(x);
        return range.outside(direction == Direction.A_TO_B ? toB(inside) : toA(inside));
    }
}
