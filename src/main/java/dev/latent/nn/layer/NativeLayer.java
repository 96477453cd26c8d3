package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A layer as the text of a TorchScript method over its input and its weights. Such layers in a row are one native call:
 * the engine frees what lies between them when nothing needs it any more, not when the JVM lets go of it. A text stays
 * in memory once it was called, so none names a model's sizes: networks of one structure share theirs.
 */
final class NativeLayer implements Layer {
    private final @Nullable Weights weights;
    private final List<NDArray> arguments;
    private final String training;
    private final String serving;

    private final LayerDescription description;

    private NativeLayer(
            @Nullable Weights weights,
            List<NDArray> arguments,
            String training,
            String serving,
            LayerDescription description) {
        this.weights = weights;
        this.arguments = List.copyOf(arguments);
        this.training = training;
        this.serving = serving;
        this.description = description;
    }

    /** @param expression of {@code x}, in TorchScript */
    static NativeLayer of(String expression, LayerDescription description) {
        String text = """
                def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
                  return %s
                """.formatted(expression);
        return new NativeLayer(null, List.of(), text, text, description);
    }

    /**
     * A layer that works with weights.
     *
     * @param arguments of the methods after their input
     * @param training the text of a method named {@code forward}, used while the weights train
     * @param serving the same, used while they do not
     */
    static NativeLayer of(
            Weights weights, List<NDArray> arguments, String training, String serving, LayerDescription description) {
        return new NativeLayer(weights, arguments, training, serving, description);
    }

    /** Whether these can be one call: not where the weights are those of two networks. */
    boolean joins(NativeLayer next) {
        return weights == null || next.weights == null || weights == next.weights;
    }

    /** The layers one after the other. @param layers that {@linkplain #joins join} */
    static NativeLayer inTurn(List<NativeLayer> layers) {
        return layers.size() == 1 ? layers.get(0) : composed(layers, "%2$s", inOne(layers));
    }

    /** x + h(x). */
    static NativeLayer residual(NativeLayer h) {
        return composed(List.of(h), "torch.add(%1$s, %2$s)", new LayerDescription.Residual(h.description));
    }

    private static LayerDescription inOne(List<NativeLayer> layers) {
        return LayerDescription.inTurn(
                layers.stream().map(NativeLayer::description).toList());
    }

    /** @param result an expression with places for the first layer's input and the last one's output */
    private static NativeLayer composed(List<NativeLayer> layers, String result, LayerDescription description) {
        List<NDArray> arguments = new ArrayList<>();
        layers.forEach(layer -> arguments.addAll(layer.arguments));
        Weights weights = layers.stream()
                .map(layer -> layer.weights)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new NativeLayer(
                weights, arguments, text(layers, true, result), text(layers, false, result), description);
    }

    private static String text(List<NativeLayer> layers, boolean training, String result) {
        StringBuilder parameters = new StringBuilder("x0: Tensor");
        StringBuilder calls = new StringBuilder();
        StringBuilder methods = new StringBuilder();
        int used = 0;
        for (int i = 0; i < layers.size(); i++) {
            NativeLayer layer = layers.get(i);
            // a composed layer has such methods of its own: they become forward_K_L, so no two share a name
            String method = "forward_" + (i + 1);
            StringBuilder given = new StringBuilder("x" + i);
            for (int j = 0; j < layer.arguments.size(); j++, used++) {
                given.append(", a").append(used);
                parameters.append(", a").append(used).append(": Tensor");
            }
            calls.append("  x%d = (self).%s(%s)\n".formatted(i + 1, method, given));
            methods.append((training ? layer.training : layer.serving).replace("forward", method));
        }
        return "def forward(self: __torch__.Operation, " + parameters + ") -> Tensor:\n" + calls + "  return "
                + result.formatted("x0", "x" + layers.size()) + "\n" + methods;
    }

    @Override
    public LayerDescription description() {
        return description;
    }

    @Override
    public NDArray apply(NDArray x) {
        NDArray[] all = new NDArray[arguments.size() + 1];
        all[0] = x;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return NativeOperations.of(weights != null && weights.training() ? training : serving)
                .apply(all);
    }
}
