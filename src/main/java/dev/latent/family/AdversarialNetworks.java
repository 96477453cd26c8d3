package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** G and D (or a critic). Inside, pixels lie in [−1,1]; {@link #generate} answers in [0,1]. */
public class AdversarialNetworks implements GenerativeModel, Generates {
    private final Map<String, Weights> networks = new LinkedHashMap<>();
    private final Conditional generator;
    private final Conditional discriminator;
    private final GanLayout layout;

    /** A network that also sees labels where it is conditional. */
    @FunctionalInterface
    public interface Conditional {
        NDArray apply(NDArray x, @Nullable NDArray labels);
    }

    public AdversarialNetworks(GanLayout layout, Weights.Source weights) {
        this.layout = layout;
        Weights generatorWeights = weights.network();
        Weights discriminatorWeights = weights.network();
        networks.put("generator", generatorWeights);
        networks.put("discriminator", discriminatorWeights);
        generator = layout.generator(generatorWeights);
        discriminator = layout.discriminator(discriminatorWeights);
    }

    /** G(z given y): pixels in [−1,1], or standardised columns. */
    public NDArray fake(NDArray z, @Nullable NDArray labels) {
        return generator.apply(z, labels);
    }

    /** D(x given y), {@code [n]}: a logit, or a critic's unbounded value. @param x as {@link #fake} gives it */
    public NDArray discriminate(NDArray x, @Nullable NDArray labels) {
        return discriminator.apply(x, labels);
    }

    /** From [0,1] to what the networks see. */
    public NDArray inside(NDArray x) {
        return layout.shape().isImage() ? x.mul(2).sub(1) : x;
    }

    @Override
    public Map<String, Weights> networks() {
        return networks;
    }

    @Override
    public int latentDimension() {
        return layout.latentDim();
    }

    @Override
    public boolean conditional() {
        return layout.classes() > 0;
    }

    @Override
    public NDArray generate(NDArray z, @Nullable NDArray labels) {
        NDArray x = fake(z, labels);
        return layout.shape().isImage() ? x.add(1).div(2) : x;
    }
}
