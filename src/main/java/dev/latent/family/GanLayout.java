package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.AdversarialNetworks.Conditional;
import dev.latent.nn.Activation;
import dev.latent.nn.Conditioning;
import dev.latent.nn.ImageNetworks;
import dev.latent.nn.ImageNetworks.Style;
import dev.latent.nn.Initializer;
import dev.latent.nn.Layer;
import dev.latent.nn.Linear;
import dev.latent.nn.Mlp;
import dev.latent.nn.Pyramid;
import dev.latent.nn.Weights;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How generators and discriminators are built for a sample's shape.
 *
 * @param hiddenUnits of D, for {@code mlp}; G's are the same in reverse
 * @param channels of D after its first convolution, for {@code conv}; each halving doubles them
 * @param classes 0 where nothing is conditional
 */
public record GanLayout(
        Architecture architecture,
        SampleShape shape,
        List<Integer> hiddenUnits,
        int channels,
        int latentDim,
        int classes,
        @Nullable Conditioned conditioning) {
    private static final int FEATURES = 128;
    private static final Initializer SMALL = Initializer.normal(0, 0.02);
    private static final Style GENERATOR = new Style(Activation.RELU, fitted -> SMALL, true, true);
    private static final Style DISCRIMINATOR = new Style(Activation.LEAKY_RELU, fitted -> SMALL, false, false);

    Conditional generator(Weights weights) {
        long inputs = latentDim + (long) classes;
        Layer network = architecture == Architecture.CONV ? transposed(weights, inputs) : perceptron(weights, inputs);
        Layer last = shape.isImage() ? Activation.TANH : Activation.NONE;
        return (z, labels) -> last.apply(network.apply(joined(z, labels)));
    }

    Conditional discriminator(Weights weights) {
        Layer features = features(weights);
        long width = architecture == Architecture.CONV ? FEATURES : hiddenUnits.get(hiddenUnits.size() - 1);
        Linear score = new Linear(weights, "score", width, 1, initializer());
        @Nullable
        NDArray embedding = conditioning == Conditioned.PROJECTION
                ? weights.parameter("projection.weight", new Shape(classes, width), SMALL)
                : null;
        return (x, labels) -> {
            NDArray phi = features.apply(joined(x, labels));
            NDArray logits = score.apply(phi).squeeze(1);
            return embedding == null || labels == null
                    ? logits
                    : logits.add(Conditioning.oneHot(labels, classes)
                            .dot(embedding)
                            .mul(phi)
                            .sum(new int[] {1}));
        };
    }

    private Layer transposed(Weights weights, long inputs) {
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        Linear in = new Linear(weights, "generator.in", inputs, smallest(image, pyramid), SMALL);
        return Layer.chain(
                List.of(in, ImageNetworks.up(weights, "generator", image.channels(), pyramid, channels, GENERATOR)));
    }

    private Layer perceptron(Weights weights, long inputs) {
        List<Integer> mirrored = new ArrayList<>(hiddenUnits);
        Collections.reverse(mirrored);
        Layer mlp = Mlp.of(weights, "generator", inputs, mirrored, shape.size(), Activation.RELU);
        Layout layout = new Layout(architecture, shape, hiddenUnits, channels);
        return z -> layout.samples(mlp.apply(z));
    }

    private Layer features(Weights weights) {
        if (architecture == Architecture.MLP) {
            List<Integer> before = hiddenUnits.subList(0, hiddenUnits.size() - 1);
            int last = hiddenUnits.get(hiddenUnits.size() - 1);
            long inputs = shape.size() + (long) classes;
            Layer mlp = Mlp.of(weights, "discriminator", inputs, before, last, Activation.LEAKY_RELU);
            return Layer.chain(List.of(mlp, Activation.LEAKY_RELU));
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        Layer down = ImageNetworks.down(
                weights, "discriminator", image.channels() + (long) classes, pyramid, channels, DISCRIMINATOR);
        Linear out = new Linear(weights, "features", smallest(image, pyramid), FEATURES, SMALL);
        return Layer.chain(List.of(down, out, Activation.LEAKY_RELU));
    }

    private long smallest(SampleShape.Image image, Pyramid pyramid) {
        int stages = pyramid.halvings();
        return pyramid.smallestSize(stages == 0 ? image.channels() : channels << (stages - 1));
    }

    /** MLPs keep Glorot's fit; small normal weights are for batch-normalised and convolutional layers. */
    private Initializer initializer() {
        return architecture == Architecture.CONV
                ? SMALL
                : Initializer.glorot(hiddenUnits.get(hiddenUnits.size() - 1), 1);
    }

    private NDArray joined(NDArray x, @Nullable NDArray labels) {
        return classes == 0 || labels == null
                ? x
                : Conditioning.join(
                        architecture == Architecture.MLP && x.getShape().dimension() == 4
                                ? x.reshape(x.getShape().get(0), -1)
                                : x,
                        labels,
                        classes);
    }
}
