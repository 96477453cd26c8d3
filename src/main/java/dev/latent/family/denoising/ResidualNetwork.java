package dev.latent.family.denoising;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Convolution;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the noise (Zhang 2017, DnCNN) at half the size (Zhang 2018, FFDNet), in blocks x + h(x) without normalization. It
 * begins by finding none.
 */
final class ResidualNetwork {
    private ResidualNetwork() {}

    /**
     * {@code [n, planes, h, w]} → {@code [n, channels, h, w]}, sides even.
     *
     * @param planes the image's channels, and one more where the level is told
     * @param width channels of the layers between
     */
    static Layer of(Weights weights, int planes, int channels, int width, int blocks) {
        List<Layer> layers = new ArrayList<>(List.of(
                Layer.unshuffled(),
                convolution(weights, "in", 4 * planes, width, Initializer.he(36L * planes), Activation.NONE)));
        for (int i = 1; i <= blocks; i++) {
            layers.add(block(weights, "block" + i, width));
        }
        layers.add(convolution(weights, "out", width, 4 * channels, Initializer.ZEROS, Activation.NONE));
        layers.add(Layer.shuffled());
        return weights.inFloat32(Layer.chain(layers));
    }

    private static Layer block(Weights weights, String name, int width) {
        return Layer.residual(Layer.chain(List.of(
                convolution(weights, name + ".first", width, width, Initializer.he(9L * width), Activation.RELU),
                convolution(weights, name + ".second", width, width, Initializer.ZEROS, Activation.NONE))));
    }

    private static Layer convolution(
            Weights weights, String name, int in, int out, Initializer initializer, Activation activation) {
        return Convolution.strided(weights, name, Kernel.keeping(3, in, out), initializer, activation);
    }

    /** How far off, in pixels, lies what a pixel of the result depends on. */
    static int reach(int blocks) {
        return 2 * (2 * blocks + 2) + 2;
    }
}
