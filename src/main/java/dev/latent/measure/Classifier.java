package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.ImageNetworks;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Linear;
import dev.latent.nn.layer.Mlp;
import dev.latent.nn.layer.Pyramid;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;

/**
 * A small classifier: convolutions that halve the image for pictures, one hidden layer for vectors, then
 * {@value #FEATURES} features and a score for each class. What the features say of two sets of samples is what
 * Inception's say of photographs.
 */
public final class Classifier {
    /** The length of {@link #features}. */
    public static final int FEATURES = 128;

    private static final int CHANNELS = 32;

    private final Weights weights;
    private final Layer body;
    private final Layer scores;
    private final int classes;

    public Classifier(SampleShape shape, int classes, Weights.Source source) {
        this.weights = source.network();
        this.classes = classes;
        this.body = Layer.chain(List.of(body(shape, weights), Activation.RELU.layer()));
        this.scores = Linear.of(weights, "scores", FEATURES, classes);
    }

    private static Layer body(SampleShape shape, Weights weights) {
        if (!(shape instanceof SampleShape.Image image)) {
            return Mlp.of(weights, "features", shape.size(), List.of(FEATURES), FEATURES, Activation.RELU);
        }
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        int deepest = pyramid.halvings() == 0 ? image.channels() : CHANNELS << (pyramid.halvings() - 1);
        return Layer.chain(List.of(
                ImageNetworks.down(weights, "image", image.channels(), pyramid, CHANNELS, ImageNetworks.Style.PLAIN),
                Linear.of(weights, "features", pyramid.smallestSize(deepest), FEATURES)));
    }

    public int classes() {
        return classes;
    }

    /** What it learns. */
    public Weights weights() {
        return weights;
    }

    /** The last layer but one, {@code [n, 128]}. @param x {@code [n, c, h, w]} or {@code [n, d]} */
    public NDArray features(NDArray x) {
        return body.apply(x);
    }

    /** {@code [n, classes]} before the softmax. */
    public NDArray logits(NDArray x) {
        return scores.apply(features(x));
    }

    /** The likeliest class of each sample. */
    public int[] classify(NDArray x) {
        long[] labels = logits(x).argMax(1).toLongArray();
        return java.util.Arrays.stream(labels).mapToInt(Math::toIntExact).toArray();
    }
}
