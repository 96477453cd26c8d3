package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.Activation;
import dev.latent.nn.ImageNetworks;
import dev.latent.nn.Layer;
import dev.latent.nn.Linear;
import dev.latent.nn.Mlp;
import dev.latent.nn.Pyramid;
import dev.latent.nn.Weights;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How encoders and decoders are built for a sample's shape.
 *
 * @param hiddenUnits of the encoder's hidden layers, for {@code mlp}; the decoder mirrors them
 * @param channels after the first convolution, for {@code conv}; each halving doubles them
 */
public record Layout(Architecture architecture, SampleShape shape, List<Integer> hiddenUnits, int channels) {
    /** Samples, with {@code extra} values (or planes) joined → {@code [n, outputs]}. */
    public Layer encoder(Weights weights, int extra, long outputs) {
        if (architecture == Architecture.MLP) {
            return Mlp.of(weights, "encoder", shape.size() + (long) extra, hiddenUnits, outputs, Activation.RELU);
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        Layer down = ImageNetworks.down(
                weights, "encoder", image.channels() + (long) extra, pyramid, channels, ImageNetworks.Style.PLAIN);
        Layer out = new Linear(weights, "encoder.out", features(image, pyramid, extra), outputs);
        return Layer.chain(List.of(down, out));
    }

    /** {@code [n, inputs]} → a batch of samples before any last activation (logits). */
    public Layer decoder(Weights weights, long inputs) {
        if (architecture == Architecture.MLP) {
            List<Integer> mirrored = new ArrayList<>(hiddenUnits);
            Collections.reverse(mirrored);
            Layer mlp = Mlp.of(weights, "decoder", inputs, mirrored, shape.size(), Activation.RELU);
            return x -> samples(mlp.apply(x));
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        Layer in = new Linear(weights, "decoder.in", inputs, features(image, pyramid, 0));
        Layer up = ImageNetworks.up(weights, "decoder", image.channels(), pyramid, channels, ImageNetworks.Style.PLAIN);
        return Layer.chain(List.of(in, Activation.RELU, up));
    }

    /** {@code [n, size]} → {@code [n, c, h, w]} or {@code [n, d]}. */
    public NDArray samples(NDArray flat) {
        return shape.isImage() ? flat.reshape(batchOf(flat.getShape().get(0))) : flat;
    }

    private Shape batchOf(long n) {
        int[] d = shape.dimensions();
        return new Shape(n, d[0], d[1], d[2]);
    }

    private long features(SampleShape.Image image, Pyramid pyramid, int extra) {
        int stages = pyramid.halvings();
        return pyramid.smallestSize(stages == 0 ? image.channels() + extra : channels << (stages - 1));
    }
}
