package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Normalises activations by channel. */
public final class Normalization {
    private static final String BATCH = """
            def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
              return torch.batch_norm(x, w, b, mean, variance, %s, 0.1, 1e-05, False)
            """;
    private static final String INSTANCE = """
            def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
              return torch.instance_norm(x, w, b, None, None, True, 0.1, 1e-05, False)
            """;

    private Normalization() {}

    /**
     * Over the batch while training, with the running statistics after (Ioffe & Szegedy 2015, algorithm 1).
     * {@code [n, c]} or {@code [n, c, h, w]}.
     *
     * @param scale draws the scale γ; the shift β starts at 0
     */
    public static Layer batch(Weights weights, String name, long channels, Initializer scale) {
        NDArray gamma = weights.parameter(name + ".scale", new Shape(channels), scale);
        NDArray beta = weights.parameter(name + ".shift", new Shape(channels), Initializer.ZEROS);
        NDArray mean = weights.buffer(name + ".mean", new Shape(channels), 0);
        NDArray variance = weights.buffer(name + ".variance", new Shape(channels), 1);
        return x -> NativeOperations.of(BATCH.formatted(weights.training() ? "True" : "False"))
                .apply(x, gamma, beta, mean, variance);
    }

    /** Over each image by itself (Ulyanov 2016). {@code [n, c, h, w]}. */
    public static Layer instance(Weights weights, String name, long channels) {
        NDArray gamma = weights.parameter(name + ".scale", new Shape(channels), Initializer.ONES);
        NDArray beta = weights.parameter(name + ".shift", new Shape(channels), Initializer.ZEROS);
        return x -> NativeOperations.of(INSTANCE).apply(x, gamma, beta);
    }
}
