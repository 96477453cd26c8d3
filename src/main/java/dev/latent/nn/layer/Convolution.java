package dev.latent.nn.layer;

import ai.djl.ndarray.types.Shape;
import dev.latent.nn.layer.Kernel.Layout;

/**
 * A convolution, or a fractionally-strided ("transposed") one, with square kernels.
 * {@code [n, in, h, w]} → {@code [n, out, h', w']}.
 */
public final class Convolution {
    private Convolution() {}

    /** h' = ⌊(h + 2 padding − side) / stride⌋ + 1. */
    public static Layer strided(Weights weights, String name, Kernel kernel, Initializer initializer) {
        return strided(weights, name, kernel, initializer, Activation.NONE);
    }

    /** With an activation after it, computed in the same call. */
    public static Layer strided(
            Weights weights, String name, Kernel kernel, Initializer initializer, Activation activation) {
        parameters(
                weights, name, kernel, new Shape(kernel.out(), kernel.in(), kernel.side(), kernel.side()), initializer);
        String convolution;
        if (kernel.in() == 1 && BlockConvolution.fits(kernel)) {
            convolution = BlockConvolution.ofBlocks(kernel);
        } else {
            boolean ambiguous = kernel.in() == 1 && !fillsBlocks(kernel.out());
            convolution = "torch.conv2d(%3$s, %4$s, %%3$s, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)"
                    .formatted(
                            kernel.stride(),
                            kernel.padding(),
                            ambiguous ? withEmptyChannel("%1$s") : input(kernel),
                            ambiguous ? withEmptyChannel("%2$s") : "%2$s");
        }
        return called(weights, name, kernel, activation.over(convolution), false, activation);
    }

    /** h' = (h − 1) stride − 2 padding + side + extra. */
    public static Layer fractionallyStrided(Weights weights, String name, Kernel kernel, Initializer initializer) {
        return fractionallyStrided(weights, name, kernel, initializer, Activation.NONE);
    }

    /** With an activation after it, computed in the same call. */
    public static Layer fractionallyStrided(
            Weights weights, String name, Kernel kernel, Initializer initializer, Activation activation) {
        parameters(
                weights, name, kernel, new Shape(kernel.in(), kernel.out(), kernel.side(), kernel.side()), initializer);
        if (kernel.out() == 1 && kernel.biased() && BlockConvolution.fits(kernel)) {
            return BlockConvolution.toBlocks(weights, name, kernel, activation);
        }
        String convolution =
                "torch.conv_transpose2d(%5$s, %%2$s, None, [%1$d, %1$d], [%2$d, %2$d], [%3$d, %4$d], 1, [1, 1])"
                        .formatted(
                                kernel.stride(),
                                kernel.padding(),
                                kernel.extraHeight(),
                                kernel.extraWidth(),
                                input(kernel));
        String call = activation.over(kernel.biased() ? plusBias(convolution) : convolution);
        return called(weights, name, kernel, call, true, activation);
    }

    /** oneDNN 3.7 has only its plain reference code for the gradient of a transposed convolution's bias. */
    private static String plusBias(String convolution) {
        return "torch.add_(" + convolution + ", torch.reshape(%3$s, [1, -1, 1, 1]))";
    }

    private static Layer called(
            Weights weights, String name, Kernel kernel, String call, boolean transposed, Activation activation) {
        String inLayout = layout(kernel) == kernel.layout() ? call : "torch.contiguous(" + call + ")";
        return WeightedCall.of(
                weights,
                name,
                kernel.biased(),
                inLayout,
                precision(weights, kernel),
                (weight, bias) -> new LayerDescription.Convolution(kernel, transposed, weight, bias).then(activation));
    }

    private static void parameters(Weights weights, String name, Kernel kernel, Shape shape, Initializer initializer) {
        weights.imageParameter(name + ".weight", shape, layout(kernel), initializer);
        if (kernel.biased()) {
            weights.parameter(name + ".bias", new Shape(kernel.out()), Initializer.ZEROS);
        }
    }

    /**
     * What the convolution itself is computed in. With channels first oneDNN 3.7 keeps them by blocks of 16 and 32, and
     * where they do not fill these its results are wrong: it overwrites weights, or multiplies what the memory behind
     * them happens to hold.
     */
    private static Layout layout(Kernel kernel) {
        return fillsBlocks(kernel.in()) && fillsBlocks(kernel.out()) ? kernel.layout() : Layout.CHANNELS_LAST;
    }

    private static boolean fillsBlocks(long channels) {
        return channels == 16 || channels % 32 == 0;
    }

    /** bfloat16 takes channels in pairs; of an odd one's partner oneDNN 3.7 does not make sure that it is zero. */
    private static Precision precision(Weights weights, Kernel kernel) {
        return kernel.in() % 2 == 0 && kernel.out() % 2 == 0 ? weights.precision() : Precision.FLOAT32;
    }

    private static String input(Kernel kernel) {
        return layout(kernel) == kernel.layout() ? "%1$s" : "torch.contiguous(%1$s, memory_format=2)";
    }

    /** One channel is in both layouts at once, and the engine takes the other. */
    private static String withEmptyChannel(String image) {
        return "torch.contiguous(torch.constant_pad_nd(" + image + ", [0, 0, 0, 0, 0, 1], 0.), memory_format=2)";
    }
}
