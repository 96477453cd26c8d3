package dev.latent.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stacks of 4×4 convolutions between images and vectors, for any side from 8 to 64. */
public final class ImageNetworks {
    private ImageNetworks() {}

    /** How the layers of a stack are normalized, the first being next to the input; the one that makes an image never is. */
    public enum Normalized {
        NONE,
        BY_BATCH,
        BY_BATCH_BUT_THE_FIRST
    }

    /**
     * How the layers of a stack are made.
     *
     * @param drawn draws the weights; null where they are fitted to their layer (He for convolutions, Glorot for others)
     */
    public record Style(Activation activation, @Nullable Initializer drawn, Normalized normalized) {
        private static final Initializer SMALL = Initializer.normal(0, 0.02);
        private static final Initializer SCALES = Initializer.normal(1, 0.02);

        /** ReLU, fitted weights and no normalization. */
        public static final Style PLAIN = new Style(Activation.RELU, null, Normalized.NONE);
        /** Of DCGAN's generator (Radford 2016). */
        public static final Style DCGAN_GENERATOR = new Style(Activation.RELU, SMALL, Normalized.BY_BATCH);
        /** Of DCGAN's discriminator (Radford 2016). */
        public static final Style DCGAN_DISCRIMINATOR =
                new Style(Activation.LEAKY_RELU, SMALL, Normalized.BY_BATCH_BUT_THE_FIRST);

        /**
         * Of a critic under a gradient penalty (Gulrajani 2017), but without the layer normalization that its section 4
         * recommends: with it the critic learned more slowly.
         */
        public static final Style CRITIC = new Style(Activation.LEAKY_RELU, null, Normalized.NONE);

        /** The same, normalized otherwise. */
        public Style normalized(Normalized other) {
            return new Style(activation, drawn, other);
        }

        /** The same with another activation. */
        public Style activatedBy(Activation other) {
            return new Style(other, drawn, normalized);
        }

        /** Of a fully connected layer beside the stack. */
        public Initializer linear(long in, long out) {
            return drawn == null ? Initializer.glorot(in, out) : drawn;
        }

        private Initializer convolution(long fanIn) {
            return drawn == null ? Initializer.he(fanIn) : drawn;
        }

        private boolean normalizes(boolean first) {
            return normalized == Normalized.BY_BATCH || normalized != Normalized.NONE && !first;
        }

        private Layer activatedNorm(Weights weights, String name, long channels) {
            return Normalization.batch(weights, name, channels, SCALES, activation);
        }

        /** Of a convolution: none where its channels are normalized first, or make the image. */
        private Activation activation(boolean none) {
            return none ? Activation.NONE : activation;
        }

        /** The kernel needs no bias where its channels are normalized next. */
        private Kernel kernel(Kernel kernel, boolean normalized) {
            return normalized ? kernel.unbiased() : kernel;
        }
    }

    /**
     * {@code [n, in, h, w]} → {@code [n, h' · w' · channels.last]}, pixel after pixel: each stage halves the sides.
     */
    public static Layer down(Weights weights, String name, long in, Pyramid pyramid, int firstChannels, Style style) {
        List<Layer> layers = new ArrayList<>(List.of(channelsLast()));
        long width = in;
        for (int stage = 0; stage < pyramid.halvings(); stage++) {
            long next = (long) firstChannels << stage;
            String layer = name + ".convolution" + (stage + 1);
            boolean normalized = style.normalizes(stage == 0);
            Kernel kernel = style.kernel(Kernel.halving(width, next), normalized);
            layers.add(Convolution.strided(
                    weights, layer, kernel, style.convolution(16 * width), style.activation(normalized)));
            if (normalized) {
                layers.add(style.activatedNorm(weights, layer + ".norm", next));
            }
            width = next;
        }
        layers.add(flattened());
        return Layer.chain(layers);
    }

    /**
     * {@code [n, h' · w' · channels.last]}, pixel after pixel → {@code [n, out, h, w]}: each stage normalizes, activates
     * and doubles the sides.
     */
    public static Layer up(Weights weights, String name, long out, Pyramid pyramid, int firstChannels, Style style) {
        List<Integer> channels = new ArrayList<>(pyramid.channels(firstChannels));
        channels.add(0, Math.toIntExact(out));
        int deepest = channels.get(pyramid.halvings());
        boolean normalized = style.normalizes(false);
        List<Layer> layers = new ArrayList<>(List.of(image(deepest, pyramid)));
        for (int stage = pyramid.halvings(); stage > 0; stage--) {
            String layer = name + ".transposed" + (pyramid.halvings() - stage + 1);
            if (normalized) {
                layers.add(style.activatedNorm(weights, layer + ".norm", channels.get(stage)));
            } else if (stage == pyramid.halvings()) {
                layers.add(style.activation.layer());
            }
            boolean last = stage == 1;
            Kernel kernel = Kernel.halving(channels.get(stage), channels.get(stage - 1))
                    .withExtra(extra(pyramid.heights(), stage), extra(pyramid.widths(), stage));
            Initializer initializer = style.convolution(4L * channels.get(stage));
            layers.add(Convolution.fractionallyStrided(
                    weights,
                    layer,
                    style.kernel(kernel, normalized && !last),
                    initializer,
                    style.activation(normalized || last)));
        }
        return Layer.chain(layers);
    }

    /** 1 where a side lost a pixel when it was halved. */
    private static int extra(List<Integer> sides, int stage) {
        return sides.get(stage - 1) - 2 * sides.get(stage);
    }

    private static Layer channelsLast() {
        return NativeLayer.of("torch.contiguous(x, memory_format=2)", LayerDescription.none());
    }

    /** Values in the order in which the channels-last layout has them: nothing is copied, here and in {@link #image}. */
    private static Layer flattened() {
        return NativeLayer.of(
                "torch.flatten(torch.permute(x, [0, 2, 3, 1]), 1, -1)", new LayerDescription.Flattened(true));
    }

    private static Layer image(int channels, Pyramid pyramid) {
        return Reshape.pixels(channels, pyramid.smallestHeight(), pyramid.smallestWidth());
    }
}
