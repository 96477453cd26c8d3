package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * A convolution, or a fractionally-strided ("transposed") one, with square kernels, in the channels-last layout.
 * {@code [n, in, h, w]} → {@code [n, out, h', w']}.
 */
public final class Convolution implements Layer {
    private final NDArray weight;
    private final NDArray bias;
    private final NativeOperation operation;

    private Convolution(
            Weights weights, String name, Shape shape, long out, Initializer initializer, NativeOperation operation) {
        weight = weights.imageParameter(name + ".weight", shape, initializer);
        bias = weights.parameter(name + ".bias", new Shape(out), Initializer.ZEROS);
        this.operation = operation;
    }

    private static NativeOperation operation(String call, Precision precision) {
        String inPrecision = precision == Precision.BFLOAT16
                ? "torch.to(" + call.formatted("torch.to(x, 15)", "torch.to(w, 15)", "torch.to(b, 15)") + ", 6)"
                : call.formatted("x", "w", "b");
        return NativeOperations.of("""
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                  return %s
                """.formatted(inPrecision));
    }

    /**
     * The same sum for one channel out, as a matrix product and a fold: the engine's transposed convolution is made for
     * many channels and takes four times as long here.
     */
    private static NativeOperation folding(Geometry geometry, int extraHeight, int extraWidth) {
        int rest = geometry.kernel - 2 * geometry.padding;
        return NativeOperations.of("""
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                  n = torch.size(x, 0)
                  c = torch.size(x, 1)
                  h = torch.size(x, 2)
                  v = torch.size(x, 3)
                  pixels = torch.reshape(torch.permute(x, [0, 2, 3, 1]), [-1, c])
                  columns = torch.reshape(torch.matmul(pixels, torch.reshape(w, [c, -1])), [n, torch.mul(h, v), -1])
                  height = torch.add(torch.mul(torch.sub(h, 1), %1$d), %4$d)
                  width = torch.add(torch.mul(torch.sub(v, 1), %1$d), %5$d)
                  folded = torch.col2im(torch.transpose(columns, 1, 2), [height, width], [%3$d, %3$d], [1, 1], \
                [%2$d, %2$d], [%1$d, %1$d])
                  return torch.add(folded, b)
                """.formatted(
                        geometry.stride, geometry.padding, geometry.kernel, rest + extraHeight, rest + extraWidth));
    }

    /** h' = ⌊(h + 2 padding − kernel) / stride⌋ + 1. */
    public static Convolution strided(Weights weights, String name, Geometry geometry, Initializer initializer) {
        Shape shape = new Shape(geometry.out, geometry.in, geometry.kernel, geometry.kernel);
        String call = "torch.conv2d(%%s, %%s, %%s, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)"
                .formatted(geometry.stride, geometry.padding);
        return new Convolution(weights, name, shape, geometry.out, initializer, operation(call, weights.precision()));
    }

    /**
     * Fractionally strided: h' = (h − 1) stride − 2 padding + kernel + extra.
     *
     * @param extraHeight 0, or 1 where the wanted height is one more
     */
    public static Convolution fractionallyStrided(
            Weights weights, String name, Geometry geometry, int extraHeight, int extraWidth, Initializer initializer) {
        Shape shape = new Shape(geometry.in, geometry.out, geometry.kernel, geometry.kernel);
        if (geometry.out == 1) {
            return new Convolution(weights, name, shape, 1, initializer, folding(geometry, extraHeight, extraWidth));
        }
        String call = "torch.conv_transpose2d(%%s, %%s, %%s, [%1$d, %1$d], [%2$d, %2$d], [%3$d, %4$d], 1, [1, 1])"
                .formatted(geometry.stride, geometry.padding, extraHeight, extraWidth);
        return new Convolution(weights, name, shape, geometry.out, initializer, operation(call, weights.precision()));
    }

    @Override
    public NDArray apply(NDArray x) {
        return operation.apply(x, weight, bias);
    }

    /** Channels in and out, and the kernel's side, stride and padding. */
    public record Geometry(long in, long out, int kernel, int stride, int padding) {
        /** A 4×4 kernel that halves (or, transposed, doubles) the sides. */
        public static Geometry halving(long in, long out) {
            return new Geometry(in, out, 4, 2, 1);
        }

        /** A 3×3 kernel that keeps the sides. */
        public static Geometry keeping(long in, long out) {
            return new Geometry(in, out, 3, 1, 1);
        }
    }
}
