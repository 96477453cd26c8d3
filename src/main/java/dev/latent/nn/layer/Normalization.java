package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Normalizes activations by channel. */
public final class Normalization {
    private static final double EPSILON = 1e-5;

    private Normalization() {}

    private static String batch(boolean training, Activation activation) {
        String call = "torch.batch_norm(x, w, b, mean, variance, %s, 0.1, 1e-05, False)"
                .formatted(training ? "True" : "False");
        return """
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
                  return %s
                """.formatted(activation.over(call));
    }

    /**
     * Over the batch while training, with the running statistics after (Ioffe & Szegedy 2015, algorithm 1).
     * {@code [n, c]} or {@code [n, c, h, w]}.
     *
     * @param scale draws the scale γ; the shift β starts at 0
     * @param activation of what is normalized, computed in the same call
     */
    public static Layer batch(Weights weights, String name, long channels, Initializer scale, Activation activation) {
        NDArray gamma = weights.parameter(name + ".scale", new Shape(channels), scale);
        NDArray beta = weights.parameter(name + ".shift", new Shape(channels), Initializer.ZEROS);
        NDArray mean = weights.buffer(name + ".mean", new Shape(channels), 0);
        NDArray variance = weights.buffer(name + ".variance", new Shape(channels), 1);
        return NativeLayer.of(
                weights,
                List.of(gamma, beta, mean, variance),
                batch(true, activation),
                batch(false, activation),
                new LayerDescription.BatchNormalization(gamma, beta, mean, variance, EPSILON).then(activation));
    }

    /**
     * Over each channel of each image by itself (Ulyanov 2016), with a scale and a shift of its own. {@code [n, c, h, w]},
     * quickest in {@link Kernel.Layout#CHANNELS_FIRST}.
     *
     * @param activation of what is normalized, computed in the same call
     */
    public static Layer instance(Weights weights, String name, long channels, Activation activation) {
        NDArray gamma = weights.parameter(name + ".scale", new Shape(channels), Initializer.ONES);
        NDArray beta = weights.parameter(name + ".shift", new Shape(channels), Initializer.ZEROS);
        String grouped = """
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                  return %s
                """.formatted(activation.over("torch.group_norm(x, torch.size(x, 1), w, b, 1e-05, False)"));
        return NativeLayer.of(
                weights,
                List.of(gamma, beta),
                grouped,
                grouped,
                new LayerDescription.InstanceNormalization(gamma, beta, EPSILON).then(activation));
    }
}
