package dev.latent.nn.layer;

import java.util.ArrayList;
import java.util.List;

/** A multi-layer perceptron. */
public final class Mlp {
    private Mlp() {}

    /** Flattens each sample, then {@code in} → hidden units … → {@code out}; no activation after the last layer. */
    public static Layer of(
            Weights weights, String name, long in, List<Integer> hiddenUnits, long out, Activation activation) {
        return above(hidden(weights, name, in, hiddenUnits, activation), weights, name, in, hiddenUnits, out);
    }

    /** The same with batch normalization before each activation. */
    public static Layer normalized(
            Weights weights, String name, long in, List<Integer> hiddenUnits, long out, Activation activation) {
        Layer hidden = hidden(weights, name, in, hiddenUnits, activation, true);
        return above(hidden, weights, name, in, hiddenUnits, out);
    }

    private static Layer above(
            Layer hidden, Weights weights, String name, long in, List<Integer> hiddenUnits, long out) {
        long width = hiddenUnits.isEmpty() ? in : hiddenUnits.get(hiddenUnits.size() - 1);
        return Layer.chain(List.of(hidden, Linear.of(weights, name + ".out", width, out)));
    }

    /** Flattens each sample, then {@code in} → hidden units …, each with its activation. */
    public static Layer hidden(
            Weights weights, String name, long in, List<Integer> hiddenUnits, Activation activation) {
        return hidden(weights, name, in, hiddenUnits, activation, false);
    }

    private static Layer hidden(
            Weights weights,
            String name,
            long in,
            List<Integer> hiddenUnits,
            Activation activation,
            boolean normalized) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.flattened());
        long width = in;
        int index = 0;
        for (int units : hiddenUnits) {
            String layer = name + ".hidden" + ++index;
            if (normalized) {
                layers.add(Linear.unbiased(weights, layer, width, units, Initializer.glorot(width, units)));
                layers.add(Normalization.batch(weights, layer + ".norm", units, Initializer.ONES, activation));
            } else {
                layers.add(Linear.activated(weights, layer, width, units, activation));
            }
            width = units;
        }
        return Layer.chain(layers);
    }
}
