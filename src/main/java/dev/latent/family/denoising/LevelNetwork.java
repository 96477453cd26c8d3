package dev.latent.family.denoising;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Convolution;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.List;

/** Tells how strong the noise in a window is: an estimate at each place, and how much it counts. */
final class LevelNetwork {
    private static final int WIDTH = 16;
    private static final int HIDDEN = 5;

    private LevelNetwork() {}

    /** {@code [n, channels, h, w]} → {@code [n]}, sides even. */
    static Layer of(Weights weights, int channels) {
        List<Layer> layers = new ArrayList<>(List.of(Layer.unshuffled(), hidden(weights, 1, 4 * channels)));
        for (int i = 2; i <= HIDDEN; i++) {
            layers.add(hidden(weights, i, WIDTH));
        }
        layers.add(Convolution.strided(weights, "out", Kernel.keeping(3, WIDTH, 2), Initializer.ZEROS));
        layers.add(Layer.attended());
        return Layer.chain(layers);
    }

    private static Layer hidden(Weights weights, int number, int in) {
        return Convolution.strided(
                weights, "hidden" + number, Kernel.keeping(3, in, WIDTH), Initializer.he(9L * in), Activation.RELU);
    }
}
