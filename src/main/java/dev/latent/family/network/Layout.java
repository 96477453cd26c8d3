package dev.latent.family.network;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.ImageNetworks;
import dev.latent.nn.layer.ImageNetworks.Normalized;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Linear;
import dev.latent.nn.layer.Mlp;
import dev.latent.nn.layer.Pyramid;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How networks from samples to a few numbers, and back, are built for a sample's shape.
 *
 * @param style of convolutions, and the activation of fully connected layers
 * @param topUnits units of a fully connected layer between convolutions and output, 0 for none
 * @param smallestSide convolutions halve an image until its smaller side is at most this
 */
public record Layout(NetworkSize size, SampleShape shape, Style style, int topUnits, int smallestSide) {
    public static final int SMALLEST_SIDE = 7;

    public Layout(NetworkSize size, SampleShape shape, Style style, int topUnits) {
        this(size, shape, style, topUnits, SMALLEST_SIDE);
    }

    /** The layers below an output. @param width how many values they give for a sample */
    public record Features(Layer layers, long width) {}

    /** Whether samples, with what is joined to them, go in as rows of values. */
    public boolean flat() {
        return size.architecture() == Architecture.MLP;
    }

    /** Samples, with {@code extra} values (or planes) joined → {@code [n, outputs]}. */
    public Layer encoder(Weights weights, int extra, long outputs) {
        Features features = features(weights, extra);
        return Layer.chain(List.of(features.layers, output(weights, features, outputs)));
    }

    /** An encoder's last layer. */
    public Layer output(Weights weights, Features features, long outputs) {
        return weights.inFloat32(linear(weights, "down.out", features.width, outputs));
    }

    /** Whether what an encoder in training says of a sample depends on the others in the batch. */
    public boolean seesBatches() {
        return !flat() && style.normalized() != Normalized.NONE;
    }

    /** All of an encoder but its last layer. */
    public Features features(Weights weights, int extra) {
        if (flat()) {
            long inputs = shape.size() + (long) extra;
            List<Integer> units = size.hiddenUnits();
            Layer hidden = Mlp.hidden(weights, "down", inputs, units, style.activation());
            return new Features(hidden, units.isEmpty() ? inputs : units.get(units.size() - 1));
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width(), smallestSide);
        long planes = image.channels() + (long) extra;
        Layer down = ImageNetworks.down(weights, "down", planes, pyramid, size.channels(), style);
        long width = pyramid.features(planes, size.channels());
        if (topUnits == 0) {
            return new Features(down, width);
        }
        Layer top = linear(weights, "down.top", width, topUnits);
        return new Features(Layer.chain(List.of(down, top, style.activation().layer())), topUnits);
    }

    /** {@code [n, inputs]} → a batch of samples before any last activation (logits). */
    public Layer decoder(Weights weights, long inputs) {
        return decoder(weights, inputs, Activation.NONE);
    }

    /** {@code [n, inputs]} → a batch of samples. */
    public Layer decoder(Weights weights, long inputs, Activation last) {
        if (flat()) {
            List<Integer> mirrored = new ArrayList<>(size.hiddenUnits());
            Collections.reverse(mirrored);
            Layer mlp = style.normalized() == Normalized.NONE
                    ? Mlp.of(weights, "up", inputs, mirrored, shape.size(), style.activation())
                    : Mlp.normalized(weights, "up", inputs, mirrored, shape.size(), style.activation());
            return Layer.chain(List.of(last.after(weights.inFloat32(mlp)), samples()));
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width(), smallestSide);
        Layer in = linear(weights, "up.in", inputs, pyramid.features(image.channels(), size.channels()));
        Layer up = ImageNetworks.up(weights, "up", image.channels(), pyramid, size.channels(), style);
        return last.after(weights.inFloat32(Layer.chain(List.of(in, up))));
    }

    /** {@code [n, size]} → {@code [n, c, h, w]} or {@code [n, d]}. */
    public Layer samples() {
        return Layer.shaped(shape.dimensions());
    }

    /** MLPs keep Glorot's fit; a style's own weights are for convolutions and what stands between them. */
    private Layer linear(Weights weights, String name, long in, long out) {
        return flat() ? Linear.of(weights, name, in, out) : Linear.of(weights, name, in, out, style.linear(in, out));
    }
}
