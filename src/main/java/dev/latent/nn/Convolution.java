package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A convolution, or a fractionally-strided ("transposed") one, with square kernels.
 * {@code [n, in, h, w]} → {@code [n, out, h', w']}.
 */
public final class Convolution implements Layer {
    private final Layer call;

    private Convolution(Layer call) {
        this.call = call;
    }

    /** h' = ⌊(h + 2 padding − side) / stride⌋ + 1. */
    public static Convolution strided(Weights weights, String name, Kernel kernel, Initializer initializer) {
        return strided(weights, name, kernel, initializer, Activation.NONE);
    }

    /** With an activation after it, computed in the same call. */
    public static Convolution strided(
            Weights weights, String name, Kernel kernel, Initializer initializer, Activation activation) {
        parameters(
                weights, name, kernel, new Shape(kernel.out(), kernel.in(), kernel.side(), kernel.side()), initializer);
        boolean unfolded = kernel.in() == 1 && kernel.stride() > 1 && kernel.layout() == Kernel.Layout.CHANNELS_LAST;
        String call = unfolded
                ? unfolding(kernel, activation)
                : activation
                        .over("torch.conv2d(%%s, %%s, %%s, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)")
                        .formatted(kernel.stride(), kernel.padding());
        return new Convolution(new WeightedCall(weights, name, kernel.biased(), call));
    }

    /**
     * The same sum for one channel in, as a matrix product of unfolded patches, its result in the channels-last layout:
     * the engine's gradient with respect to one channel takes seven times as long.
     */
    private static String unfolding(Kernel kernel, Activation activation) {
        String patches = "torch.transpose(torch.im2col(%%1$s, [%1$d, %1$d], [1, 1], [%2$d, %2$d], [%3$d, %3$d]), 1, 2)"
                .formatted(kernel.side(), kernel.padding(), kernel.stride());
        String values = activation.over("torch.linear(" + patches + ", torch.flatten(%2$s, 1, -1), %3$s)");
        return "torch.reshape(torch.transpose(" + values + ", 1, 2), [torch.size(%1$s, 0), -1, "
                + unfoldedSide(kernel, 2) + ", " + unfoldedSide(kernel, 3) + "])";
    }

    private static String unfoldedSide(Kernel kernel, int dimension) {
        return "torch.add(torch.floordiv(torch.add(torch.size(%%1$s, %1$d), %2$d), %3$d), 1)"
                .formatted(dimension, 2 * kernel.padding() - kernel.side(), kernel.stride());
    }

    /** h' = (h − 1) stride − 2 padding + side + extra. */
    public static Convolution fractionallyStrided(
            Weights weights, String name, Kernel kernel, Initializer initializer) {
        return fractionallyStrided(weights, name, kernel, initializer, Activation.NONE);
    }

    /** With an activation after it, computed in the same call. */
    public static Convolution fractionallyStrided(
            Weights weights, String name, Kernel kernel, Initializer initializer, Activation activation) {
        parameters(
                weights, name, kernel, new Shape(kernel.in(), kernel.out(), kernel.side(), kernel.side()), initializer);
        if (kernel.out() == 1 && kernel.biased()) {
            return new Convolution(folding(weights, name, kernel, activation));
        }
        String call = activation
                .over("torch.conv_transpose2d(%%s, %%s, %%s, [%1$d, %1$d], [%2$d, %2$d], [%3$d, %4$d], 1, [1, 1])")
                .formatted(kernel.stride(), kernel.padding(), kernel.extraHeight(), kernel.extraWidth());
        return new Convolution(new WeightedCall(weights, name, kernel.biased(), call));
    }

    private static void parameters(Weights weights, String name, Kernel kernel, Shape shape, Initializer initializer) {
        weights.imageParameter(name + ".weight", shape, kernel.layout(), initializer);
        if (kernel.biased()) {
            weights.parameter(name + ".bias", new Shape(kernel.out()), Initializer.ZEROS);
        }
    }

    /**
     * The same sum for one channel out, as a matrix product and a fold: the engine's transposed convolution is made for
     * many channels and takes four times as long here. Always in float32: it sums few numbers.
     */
    private static Layer folding(Weights weights, String name, Kernel kernel, Activation activation) {
        NDArray weight = weights.parameters().get(name + ".weight");
        NDArray bias = weights.parameters().get(name + ".bias");
        int rest = kernel.side() - 2 * kernel.padding();
        NativeOperation operation = NativeOperations.of("""
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                  n = torch.size(x, 0)
                  c = torch.size(x, 1)
                  h = torch.size(x, 2)
                  v = torch.size(x, 3)
                  pixels = torch.reshape(torch.permute(torch.to(x, 6), [0, 2, 3, 1]), [-1, c])
                  columns = torch.reshape(torch.matmul(pixels, torch.reshape(w, [c, -1])), [n, torch.mul(h, v), -1])
                  height = torch.add(torch.mul(torch.sub(h, 1), %1$d), %4$d)
                  width = torch.add(torch.mul(torch.sub(v, 1), %1$d), %5$d)
                  folded = torch.col2im(torch.transpose(columns, 1, 2), [height, width], [%3$d, %3$d], [1, 1], \
                [%2$d, %2$d], [%1$d, %1$d])
                  return %6$s
                """.formatted(
                        kernel.stride(),
                        kernel.padding(),
                        kernel.side(),
                        rest + kernel.extraHeight(),
                        rest + kernel.extraWidth(),
                        activation.over("torch.add(folded, b)")));
        return x -> operation.apply(x, weight, bias);
    }

    @Override
    public NDArray apply(NDArray x) {
        return call.apply(x);
    }
}
