package dev.latent.family.cyclegan;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Convolution;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Normalization;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.List;

/** Convolutions one after the other, each channel of each image normalized after them; weights N(0, 0.02²). */
final class NormalizedStack {
    private static final Initializer SMALL = Initializer.normal(0, 0.02);

    private final Weights weights;
    private final String name;
    private final List<Layer> layers = new ArrayList<>();
    private int depth;

    /** @param name in front of the weights' names */
    NormalizedStack(Weights weights, String name) {
        this.weights = weights;
        this.name = name;
    }

    /** A convolution without normalization. */
    NormalizedStack plain(Kernel kernel, Activation activation) {
        layers.add(Convolution.strided(weights, next(2), kernel.channelsFirst(), SMALL, activation));
        return this;
    }

    NormalizedStack convolution(Kernel kernel, Activation activation) {
        String layer = next(3);
        layers.add(Convolution.strided(weights, layer, kernel.unbiased().channelsFirst(), SMALL));
        return normalized(layer, kernel, activation);
    }

    NormalizedStack transposed(Kernel kernel, Activation activation) {
        String layer = next(3);
        layers.add(Convolution.fractionallyStrided(
                weights, layer, kernel.unbiased().channelsFirst(), SMALL));
        return normalized(layer, kernel, activation);
    }

    private NormalizedStack normalized(String layer, Kernel kernel, Activation activation) {
        layers.add(Normalization.instance(weights, layer + ".norm", kernel.out(), activation));
        return this;
    }

    NormalizedStack reflected(int width) {
        return then(Layer.reflected(width));
    }

    NormalizedStack then(Layer layer) {
        layers.add(layer);
        depth++;
        return this;
    }

    Layer build() {
        return Layer.chain(List.copyOf(layers));
    }

    /** All of a network: its results in float32. */
    Layer network() {
        return weights.inFloat32(build());
    }

    /** @param operations that it stands for: normalization and activation count in the names of what follows */
    private String next(int operations) {
        String next = name + ".layer" + (depth + 1);
        depth += operations;
        return next;
    }
}
