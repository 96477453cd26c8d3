package dev.latent.family.cyclegan;

import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.List;

/**
 * c7s1-k, d2k, d4k, R4k …, u2k, uk, c7s1-c (Johnson 2016; Zhu 2017, appendix), reflected at the borders. Images are
 * halved twice, or less where a side would fall below 6 pixels.
 */
final class ResnetGenerator {
    private static final int HALVINGS = 2;
    private static final int SMALLEST_SIDE = 6;

    private ResnetGenerator() {}

    static Layer of(Weights weights, SampleShape.Image image, int channels, int residualBlocks) {
        List<int[]> sides = sides(image);
        NormalizedStack stack = new NormalizedStack(weights, "generator")
                .reflected(3)
                .convolution(Kernel.of(7, 1, 0, image.channels(), channels), Activation.RELU);
        long width = channels;
        for (int i = 1; i < sides.size(); i++, width *= 2) {
            stack.convolution(Kernel.of(3, 2, 1, width, 2 * width), Activation.RELU);
        }
        for (int i = 1; i <= residualBlocks; i++) {
            stack.then(residualBlock(weights, "block" + i, width));
        }
        for (int i = sides.size() - 1; i > 0; i--, width /= 2) {
            int extraHeight = extra(sides.get(i - 1)[0]);
            int extraWidth = extra(sides.get(i - 1)[1]);
            stack.transposed(Kernel.of(3, 2, 1, width, width / 2).withExtra(extraHeight, extraWidth), Activation.RELU);
        }
        return stack.reflected(3)
                .plain(Kernel.of(7, 1, 0, channels, image.channels()), Activation.NONE)
                .network();
    }

    /** x + h(x), h being two 3×3 convolutions. */
    private static Layer residualBlock(Weights weights, String name, long width) {
        Kernel kernel = Kernel.of(3, 1, 0, width, width);
        Layer h = new NormalizedStack(weights, name)
                .reflected(1)
                .convolution(kernel, Activation.RELU)
                .reflected(1)
                .convolution(kernel, Activation.NONE)
                .build();
        return Layer.residual(h);
    }

    /** The image's sides, then those after each halving, rounded up. */
    private static List<int[]> sides(SampleShape.Image image) {
        List<int[]> sides = new ArrayList<>(List.of(new int[] {image.height(), image.width()}));
        for (int i = 0; i < HALVINGS; i++) {
            int[] last = sides.get(i);
            int[] half = {(last[0] + 1) / 2, (last[1] + 1) / 2};
            if (Math.min(half[0], half[1]) < SMALLEST_SIDE) {
                break;
            }
            sides.add(half);
        }
        return sides;
    }

    /** Doubled, an even side lacks a pixel. */
    private static int extra(int side) {
        return 1 - side % 2;
    }
}
