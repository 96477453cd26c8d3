package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** {@code [n, in]} → {@code [n, out]}: x Wᵀ + b. */
public final class Linear implements Layer {
    private static final String BFLOAT16 = """
            def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.to(torch.linear(torch.to(x, 15), torch.to(w, 15), torch.to(b, 15)), 6)
            """;

    private final NDArray weight;
    private final NDArray bias;
    private final boolean bfloat16;

    /** @param initializer of the weight; the bias starts at zero */
    public Linear(Weights weights, String name, long in, long out, Initializer initializer) {
        weight = weights.parameter(name + ".weight", new Shape(out, in), initializer);
        bias = weights.parameter(name + ".bias", new Shape(out), Initializer.ZEROS);
        bfloat16 = weights.precision() == Precision.BFLOAT16;
    }

    public Linear(Weights weights, String name, long in, long out) {
        this(weights, name, in, out, Initializer.glorot(in, out));
    }

    @Override
    public NDArray apply(NDArray x) {
        return bfloat16
                ? NativeOperations.of(BFLOAT16).apply(x, weight, bias)
                : ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
    }
}
