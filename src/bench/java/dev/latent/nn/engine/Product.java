package dev.latent.nn.engine;

import ai.djl.ndarray.types.Shape;
import dev.latent.nn.layer.Precision;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product or a convolution that a step needs.
 *
 * @param x the layer's input, and {@code weight}'s shape
 * @param precision that the step computes it in: thin layers stay in float32
 */
record Product(Kind kind, Pass pass, Shape x, Shape weight, int stride, int padding, int extra, Precision precision) {
    private static final Pattern CONVOLUTION =
            Pattern.compile("torch\\.conv(_transpose)?2d\\(.*?, \\[(\\d+), \\d+\\], \\[(\\d+), \\d+\\], \\[(\\d+)");
    /** A convolution, or a transposed one, by blocks of stride × stride pixels. */
    private static final Pattern OF_BLOCKS =
            Pattern.compile("torch\\.conv2d\\(.*?torch\\.constant_pad_nd\\(\\w+, \\[(\\d+).*?\\[-1, (\\d+)\\]");

    private static final Pattern TO_BLOCKS = Pattern.compile("torch\\.pixel_shuffle\\(\\w+, (\\d+)\\), \\[-(\\d+)");

    enum Kind {
        LINEAR,
        CONVOLUTION,
        TRANSPOSED
    }

    enum Pass {
        FORWARD,
        INPUT_GRADIENT,
        WEIGHT_GRADIENT
    }

    /** @return null if the operation has neither */
    static @Nullable Product forward(String method, Shape x, Shape weight) {
        Matcher ofBlocks = OF_BLOCKS.matcher(method);
        if (ofBlocks.find()) {
            int padding = Integer.parseInt(ofBlocks.group(1));
            int stride = Integer.parseInt(ofBlocks.group(2));
            return new Product(Kind.CONVOLUTION, Pass.FORWARD, x, weight, stride, padding, 0, precision(method));
        }
        Matcher toBlocks = TO_BLOCKS.matcher(method);
        if (toBlocks.find()) {
            int stride = Integer.parseInt(toBlocks.group(1));
            int padding = Integer.parseInt(toBlocks.group(2));
            return new Product(Kind.TRANSPOSED, Pass.FORWARD, x, weight, stride, padding, 0, precision(method));
        }
        Matcher convolution = CONVOLUTION.matcher(method);
        if (convolution.find()) {
            boolean transposed = convolution.group(1) != null;
            return new Product(
                    transposed ? Kind.TRANSPOSED : Kind.CONVOLUTION,
                    Pass.FORWARD,
                    x,
                    weight,
                    Integer.parseInt(convolution.group(2)),
                    Integer.parseInt(convolution.group(3)),
                    transposed ? Integer.parseInt(convolution.group(4)) : 0,
                    precision(method));
        }
        return method.contains("torch.linear(") ? linear(x, weight, precision(method)) : null;
    }

    private static Precision precision(String method) {
        return method.contains("torch.to(x, 15)") ? Precision.BFLOAT16 : Precision.FLOAT32;
    }

    static Product linear(Shape x, Shape weight, Precision precision) {
        return new Product(Kind.LINEAR, Pass.FORWARD, x, weight, 1, 0, 0, precision);
    }

    Product in(Pass other) {
        return new Product(kind, other, x, weight, stride, padding, extra, precision);
    }

    /** Of the layer's output. */
    Shape y() {
        long n = x.get(0);
        return switch (kind) {
            case LINEAR -> new Shape(n, weight.get(0));
            case CONVOLUTION -> new Shape(n, weight.get(0), smaller(x.get(2)), smaller(x.get(3)));
            case TRANSPOSED -> new Shape(n, weight.get(1), larger(x.get(2)), larger(x.get(3)));
        };
    }

    /** Of the patches that a kernel sees, or for a transposed convolution those that it gives: one a pixel. */
    Shape columns() {
        Shape pixels = kind == Kind.CONVOLUTION ? y() : x;
        return new Shape(pixels.size() / pixels.get(1), weight.size() / weight.get(0));
    }

    private long smaller(long side) {
        return (side + 2L * padding - weight.get(2)) / stride + 1;
    }

    private long larger(long side) {
        return (side - 1) * stride - 2L * padding + weight.get(2) + extra;
    }

    /** Multiplications and additions. */
    double operations() {
        long pixels =
                kind == Kind.CONVOLUTION ? y().get(2) * y().get(3) : kind == Kind.TRANSPOSED ? x.get(2) * x.get(3) : 1;
        return 2.0 * x.get(0) * pixels * weight.size();
    }

    @Override
    public String toString() {
        return kind + " " + pass + " of " + x + " with " + weight;
    }
}
