package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A native layer on an input, a weight and perhaps a bias: in a precision in which the result stays, and with the
 * weight divided by its largest singular value where the network is spectrally normalized.
 */
final class WeightedCall {
    /**
     * Miyato 2018, algorithm 1: one round of power iteration each time. u, the estimate of the left singular vector, is
     * kept only while training.
     */
    private static final String SPECTRAL_NORM = """
              rows = torch.flatten(w, 1, -1)
              fixed = torch.detach(rows)
              right = torch.matmul(u, fixed)
              v = torch.div(right, torch.clamp_min(torch.norm(right), 1e-12))
              left = torch.mv(fixed, v)
              s = torch.div(left, torch.clamp_min(torch.norm(left), 1e-12))
              kept = torch.copy_(u, %s)
              n = torch.div(w, torch.dot(s, torch.mv(rows, v)))
            """;

    private static final String SINGULAR = ".singular";

    private final Weights weights;
    private final Precision precision;

    private WeightedCall(Weights weights, Precision precision) {
        this.weights = weights;
        this.precision = precision;
    }

    /**
     * @param name of the weight, whose first dimension counts outputs; the bias, if any, is {@code NAME.bias}
     * @param call a TorchScript expression with places for input, weight and bias, in this order or numbered
     * @param precision of the call: the network's, or float32
     * @param described what the call computes
     */
    static Layer of(
            Weights weights, String name, boolean biased, String call, Precision precision, Described described) {
        WeightedCall made = new WeightedCall(weights, precision);
        NDArray weight = weights.parameters().get(name + ".weight");
        List<NDArray> given = new ArrayList<>();
        if (weights.spectral()) {
            given.add(weight);
            given.add(
                    weights.buffer(name + SINGULAR, new Shape(weight.getShape().get(0)), 1));
        } else {
            given.add(made.parameter(name + ".weight"));
        }
        if (biased) {
            given.add(made.parameter(name + ".bias"));
        }
        return NativeLayer.of(
                weights,
                given,
                made.method(call, biased, "s"),
                made.method(call, biased, "u"),
                described.by(weight(weights, name), biased ? bias(weights, name) : null));
    }

    /** Makes a description of the call's weight and bias. */
    interface Described {
        LayerDescription by(LayerDescription.Weight weight, LayerDescription.@Nullable Weight bias);
    }

    private static LayerDescription.Weight weight(Weights weights, String name) {
        NDArray singular = weights.spectral() ? weights.buffers().get(name + SINGULAR) : null;
        return new LayerDescription.Weight(weights.parameters().get(name + ".weight"), singular);
    }

    private static LayerDescription.Weight bias(Weights weights, String name) {
        return new LayerDescription.Weight(weights.parameters().get(name + ".bias"), null);
    }

    private NDArray parameter(String full) {
        return precision == Precision.FLOAT32 ? weights.parameters().get(full) : weights.rounded(full);
    }

    private String method(String call, boolean biased, String kept) {
        boolean spectral = weights.spectral();
        return "def forward(self: __torch__.Operation, x: Tensor, w: Tensor"
                + (spectral ? ", u: Tensor" : "")
                + (biased ? ", b: Tensor" : "")
                + ") -> Tensor:\n"
                + (spectral ? SPECTRAL_NORM.formatted(kept) : "")
                + inPrecision(call, spectral, biased ? "b" : "None");
    }

    /** Copies of weights are in the call's precision; what else comes in may be in another. */
    private String inPrecision(String call, boolean spectral, String bias) {
        if (weights.precision() == Precision.FLOAT32) {
            return "  return " + call.formatted("x", spectral ? "n" : "w", bias) + "\n";
        }
        int type = precision == Precision.FLOAT32 ? 6 : 15;
        return "  cast = torch.to(x, " + type + ")\n"
                + (spectral ? "  weight = torch.to(n, " + type + ")\n" : "")
                + "  return " + call.formatted("cast", spectral ? "weight" : "w", bias) + "\n";
    }
}
