package dev.latent.family.discogan;

import dev.latent.family.adversarial.UnpairedLayout;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.Layout;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.ImageNetworks;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Mlp;
import dev.latent.nn.layer.Pyramid;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.List;

/**
 * Generators of strided 4×4 convolutions down and transposed ones up, batch-normalized, and discriminators like DCGAN's
 * (Kim 2017, section 3.1); fully connected ones for vectors.
 */
record EncoderDecoder(NetworkSize size, SampleShape shape) implements UnpairedLayout {
    @Override
    public Layer generator(Weights weights) {
        Layout layout = new Layout(size, shape, Style.DCGAN_GENERATOR, 0);
        if (size.architecture() == Architecture.MLP) {
            Layer mlp = Mlp.of(weights, "generator", shape.size(), size.hiddenUnits(), shape.size(), Activation.RELU);
            return weights.inFloat32(Layer.chain(List.of(mlp, layout.samples())));
        }
        SampleShape.Image image = (SampleShape.Image) shape;
        Pyramid pyramid = Pyramid.of(image.height(), image.width());
        return weights.inFloat32(Layer.chain(List.of(
                ImageNetworks.down(
                        weights, "down", image.channels(), pyramid, size.channels(), Style.DCGAN_DISCRIMINATOR),
                ImageNetworks.up(weights, "up", image.channels(), pyramid, size.channels(), Style.DCGAN_GENERATOR))));
    }

    @Override
    public Layer discriminator(Weights weights) {
        return new Layout(size, shape, Style.DCGAN_DISCRIMINATOR, 0).encoder(weights, 0, 1);
    }
}
