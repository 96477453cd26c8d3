package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Adam remembers of each parameter: first and second moment of its gradients, and its number of steps. */
final class Moments {
    private final List<String> names;
    private final List<NDArray> first = new ArrayList<>();
    private final List<NDArray> second = new ArrayList<>();
    private final List<NDArray> steps = new ArrayList<>();

    Moments(NDManager manager, Map<String, NDArray> parameters) {
        names = List.copyOf(parameters.keySet());
        for (NDArray parameter : parameters.values()) {
            first.add(manager.zeros(parameter.getShape()));
            second.add(manager.zeros(parameter.getShape()));
            steps.add(manager.zeros(new Shape()));
        }
    }

    IValue first() {
        return NativeOperation.list(first);
    }

    IValue second() {
        return NativeOperation.list(second);
    }

    IValue steps() {
        return NativeOperation.list(steps);
    }

    /** By name, as checkpoints have them. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put(names.get(i) + ".firstMoment", first.get(i));
            state.put(names.get(i) + ".secondMoment", second.get(i));
            state.put(names.get(i) + ".steps", steps.get(i));
        }
        return state;
    }
}
