package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Updates nothing, and keeps the gradients that an update would have used, row-major. */
public final class RecordedGradients implements Optimizer {
    private final Weights weights;
    private final Map<String, float[]> gradients = new LinkedHashMap<>();

    public RecordedGradients(Weights weights) {
        this.weights = weights;
    }

    @Override
    public void step(NDArray loss) {
        weights.parameters().forEach((name, parameter) -> {
            NDArray gradient = NativeOperations.inputGradient(parameter, loss);
            gradient.attach(loss.getManager());
            gradients.put(name, NativeOperations.rowMajor(gradient).toFloatArray());
        });
    }

    public float[] of(String parameter) {
        return gradients.get(parameter);
    }

    @Override
    public Map<String, NDArray> state() {
        return Map.of();
    }
}
