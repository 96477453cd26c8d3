package dev.latent.family.cyclegan;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;

/**
 * Judges overlapping patches: Ck, C2k …, each 4×4 (Isola 2017; Zhu 2017, appendix). A patch is 16 pixels wide for sides
 * below 48, 34 below 128 and the paper's 70 above.
 */
final class PatchDiscriminator {
    private static final int LARGEST_FACTOR = 8;

    private PatchDiscriminator() {}

    /** {@code [n, c, h, w]} → {@code [n, 1, h', w']}. */
    static Layer of(Weights weights, SampleShape.Image image, int channels) {
        NormalizedStack stack = new NormalizedStack(weights, "discriminator")
                .plain(Kernel.of(4, 2, 1, image.channels(), channels), Activation.LEAKY_RELU);
        long width = channels;
        for (int i = 1; i < halvings(image); i++, width *= 2) {
            stack.convolution(Kernel.of(4, 2, 1, width, 2 * width), Activation.LEAKY_RELU);
        }
        long top = Math.min(2 * width, (long) LARGEST_FACTOR * channels);
        return stack.convolution(Kernel.of(4, 1, 1, width, top), Activation.LEAKY_RELU)
                .plain(Kernel.of(4, 1, 1, top, 1), Activation.NONE)
                .network();
    }

    private static int halvings(SampleShape.Image image) {
        int side = Math.min(image.height(), image.width());
        return side < 48 ? 1 : side < 128 ? 2 : 3;
    }
}
