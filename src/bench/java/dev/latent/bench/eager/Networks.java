package dev.latent.bench.eager;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The networks of the families, for grey 28×28 images: {@code src/bench/python/networks.py} once more. */
final class Networks {
    static final int HALVINGS = 2;
    static final int DEEP_HALVINGS = 3;
    static final int PIXELS = 28 * 28;
    static final int TOP_UNITS = 128;

    private static final int SIDE = 28;
    private static final Kernel HALVING = new Kernel(4, 2, 1);

    private Networks() {}

    private static int width(int channels, int stage) {
        return channels << stage;
    }

    static int features(int channels, int halvings) {
        return width(channels, halvings - 1) * (SIDE >> halvings) * (SIDE >> halvings);
    }

    static List<Integer> hiddenUnits(JsonNode h) {
        List<Integer> units = new ArrayList<>();
        h.get("hiddenUnits").forEach(each -> units.add(each.asInt()));
        return units;
    }

    private static List<Integer> reversed(List<Integer> units) {
        List<Integer> reversed = new ArrayList<>(units);
        Collections.reverse(reversed);
        return reversed;
    }

    static Network mlp(
            long inputs, List<Integer> hidden, long outputs, UnaryOperator<Network> activation, boolean norm) {
        Network network = new Network().flat();
        long width = inputs;
        for (int units : hidden) {
            network.linear(width, units, !norm);
            activation.apply(norm ? network.normalizedRows(units) : network);
            width = units;
        }
        return network.linear(width, outputs);
    }

    /** 28 → 14 → 7 …, normalized after all but the first. */
    static Network down(long inputs, int channels, UnaryOperator<Network> activation, boolean norm, int halvings) {
        Network network = new Network();
        long from = inputs;
        for (int i = 0; i < halvings; i++) {
            int width = width(channels, i);
            boolean normalized = norm && i > 0;
            network.convolution(from, width, HALVING, !normalized);
            activation.apply(normalized ? network.normalizedByBatch(width) : network);
            from = width;
        }
        return network.flat();
    }

    /** … 7 → 14 → 28, each stage normalized and activated first. */
    static Network up(Network network, int channels, boolean norm, int halvings) {
        network.image(width(channels, halvings - 1), SIDE >> halvings);
        for (int i = halvings; i > 0; i--) {
            int width = width(channels, i - 1);
            int out = i == 1 ? 1 : width(channels, i - 2);
            if (norm) {
                network.normalizedByBatch(width);
            }
            Kernel doubling = new Kernel(4, 2, 1, (SIDE >> (i - 1)) % 2);
            network.relu().transposed(width, out, doubling, !norm || i == 1);
        }
        return network;
    }

    static boolean flat(JsonNode h) {
        return h.path("architecture").asString("conv").equals("mlp");
    }

    static int channels(JsonNode h) {
        return h.get("channels").asInt();
    }

    static Network encoder(JsonNode h, long outputs) {
        if (flat(h)) {
            return mlp(PIXELS, hiddenUnits(h), outputs, Network::relu, false);
        }
        return down(1, channels(h), Network::relu, false, HALVINGS).linear(features(channels(h), HALVINGS), outputs);
    }

    static Network decoder(JsonNode h, long inputs) {
        if (flat(h)) {
            return mlp(inputs, reversed(hiddenUnits(h)), PIXELS, Network::relu, false)
                    .image(1, SIDE);
        }
        Network first = new Network().linear(inputs, features(channels(h), HALVINGS));
        return up(first, channels(h), false, HALVINGS);
    }

    /** From codes to images in [-1,1]. */
    static Network generator(JsonNode h, long inputs, int halvings) {
        if (flat(h) && h.has("architecture")) {
            return mlp(inputs, reversed(hiddenUnits(h)), PIXELS, Network::relu, true)
                    .image(1, SIDE)
                    .tanh();
        }
        Network first = new Network().linear(inputs, features(channels(h), halvings));
        return up(first, channels(h), true, halvings).tanh();
    }

    /** What a discriminator sees in an image: {@link #TOP_UNITS} features. */
    static Network judged(JsonNode h, long inputs, boolean norm, int halvings) {
        return down(inputs, channels(h), Network::leaky, norm, halvings)
                .linear(features(channels(h), halvings), TOP_UNITS)
                .leaky();
    }

    static Network normalizedDiscriminator(JsonNode h, int halvings) {
        return down(1, channels(h), Network::leaky, true, halvings)
                .linear(features(channels(h), halvings), 1)
                .scores();
    }

    static Network resnetGenerator(JsonNode h) {
        int k = channels(h);
        Network network = new Network().padded(3).convolution(1, k, new Kernel(7, 1, 0), false);
        network.normalizedByInstance(k).relu();
        for (int width : new int[] {k, 2 * k}) {
            network.convolution(width, 2L * width, new Kernel(3, 2, 1), false);
            network.normalizedByInstance(2L * width).relu();
        }
        for (int i = 0; i < h.get("residualBlocks").asInt(); i++) {
            network.residual(residue(4L * k));
        }
        for (int width : new int[] {4 * k, 2 * k}) {
            network.transposed(width, width / 2, new Kernel(3, 2, 1, 1), false);
            network.normalizedByInstance(width / 2).relu();
        }
        return network.padded(3).convolution(k, 1, new Kernel(7, 1, 0), true).tanh();
    }

    private static Network residue(long width) {
        Kernel kernel = new Kernel(3, 1, 0);
        Network half = new Network().padded(1).convolution(width, width, kernel, false);
        half.normalizedByInstance(width).relu();
        return half.padded(1).convolution(width, width, kernel, false).normalizedByInstance(width);
    }

    static Network patchDiscriminator(JsonNode h) {
        int k = channels(h);
        return new Network()
                .convolution(1, k, HALVING, true)
                .leaky()
                .convolution(k, 2L * k, new Kernel(4, 1, 1), false)
                .normalizedByInstance(2L * k)
                .leaky()
                .convolution(2L * k, 1, new Kernel(4, 1, 1), true);
    }

    static Network encoderDecoder(JsonNode h) {
        Network encoder = down(1, channels(h), Network::leaky, true, HALVINGS);
        return up(encoder, channels(h), true, HALVINGS).tanh();
    }
}
