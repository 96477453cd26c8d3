package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.Convolution.Geometry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stacks of convolutions between images and vectors, for any side from 8 to 64. */
public final class ImageNetworks {
    private ImageNetworks() {}

    /** How the layers of a stack are made. */
    public record Style(
            Activation activation, UnaryOperator<Initializer> initializer, boolean batchNorm, boolean normalizeFirst) {
        /** ReLU, He's initialisation and no normalisation. */
        public static final Style PLAIN = new Style(Activation.RELU, fitted -> fitted, false, false);
    }

    /** {@code [n, in, h, w]} → {@code [n, channels.last · h' · w']}: each stage halves the sides. */
    public static Layer down(Weights weights, String name, long in, Pyramid pyramid, int firstChannels, Style style) {
        List<Layer> layers = new ArrayList<>();
        layers.add(NativeOperations::channelsLast);
        long width = in;
        int index = 0;
        for (int channels : pyramid.channels(firstChannels)) {
            String layer = name + ".convolution" + ++index;
            Initializer initializer = style.initializer.apply(Initializer.he(16 * width));
            layers.add(Convolution.strided(weights, layer, Geometry.halving(width, channels), initializer));
            if (style.batchNorm && (index > 1 || style.normalizeFirst)) {
                layers.add(Normalization.batch(weights, layer + ".norm", channels, normScale(style)));
            }
            layers.add(style.activation);
            width = channels;
        }
        layers.add(x -> x.reshape(x.getShape().get(0), -1));
        return Layer.chain(layers);
    }

    /** {@code [n, channels.last · h' · w']} → {@code [n, out, h, w]}: each stage doubles the sides; no activation after the last. */
    public static Layer up(Weights weights, String name, long out, Pyramid pyramid, int firstChannels, Style style) {
        List<Integer> channels = pyramid.channels(firstChannels);
        List<Layer> layers = new ArrayList<>();
        int deepest = channels.isEmpty() ? Math.toIntExact(out) : channels.get(channels.size() - 1);
        layers.add(x -> image(x, deepest, pyramid));
        if (style.batchNorm && style.normalizeFirst) {
            layers.add(Normalization.batch(weights, name + ".norm", deepest, normScale(style)));
        }
        if (!channels.isEmpty() && style.normalizeFirst) {
            layers.add(style.activation);
        }
        for (int stage = channels.size() - 1; stage >= 0; stage--) {
            long next = stage == 0 ? out : channels.get(stage - 1);
            String layer = name + ".transposed" + (channels.size() - stage);
            layers.add(doubling(weights, layer, channels.get(stage), next, pyramid, stage, style));
            if (stage > 0) {
                if (style.batchNorm) {
                    layers.add(Normalization.batch(weights, layer + ".norm", next, normScale(style)));
                }
                layers.add(style.activation);
            }
        }
        return Layer.chain(layers);
    }

    private static Layer doubling(
            Weights weights, String name, long in, long out, Pyramid pyramid, int stage, Style style) {
        int extraHeight = pyramid.heights().get(stage) - 2 * pyramid.heights().get(stage + 1);
        int extraWidth = pyramid.widths().get(stage) - 2 * pyramid.widths().get(stage + 1);
        Initializer initializer = style.initializer.apply(Initializer.he(4 * in));
        return Convolution.fractionallyStrided(
                weights, name, Geometry.halving(in, out), extraHeight, extraWidth, initializer);
    }

    private static NDArray image(NDArray x, int channels, Pyramid pyramid) {
        long n = x.getShape().get(0);
        return NativeOperations.channelsLast(x.reshape(n, channels, pyramid.smallestHeight(), pyramid.smallestWidth()));
    }

    private static Initializer normScale(Style style) {
        return style.initializer.apply(Initializer.ZEROS) == Initializer.ZEROS
                ? Initializer.ONES
                : Initializer.normal(1, 0.02);
    }
}
