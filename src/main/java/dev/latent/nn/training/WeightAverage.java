package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exponential moving average of a network's weights, buffers included: a ← d·a + (1 − d)·w after each update. d
 * grows with the updates t as (1 + t) / (10 + t) until it is the decay asked for, so that the first weights are soon
 * forgotten.
 */
public final class WeightAverage {
    private static final String UPDATE = """
            def forward(self: __torch__.Operation, t: Tensor, averages: List[Tensor], weights: List[Tensor], decay: float) -> Tensor:
              n = float(torch.add_(t, 1))
              d = ops.prim.min(decay, torch.div(torch.add(1., n), torch.add(10., n)))
              torch._foreach_lerp_(averages, weights, torch.sub(1., d))
              return t
            """;
    private static final String EXCHANGE = """
            def forward(self: __torch__.Operation, t: Tensor, averages: List[Tensor], weights: List[Tensor]) -> Tensor:
              for i in range(torch.len(weights)):
                kept = torch.clone(weights[i])
                _0 = torch.copy_(weights[i], averages[i])
                _1 = torch.copy_(averages[i], kept)
              return t
            """;

    private final double decay;
    private final List<String> names;
    private final Weights network;
    private final List<NDArray> weights;
    private final List<NDArray> averages = new ArrayList<>();
    private final NDArray updates;

    /** @param decay d, from 0 to 1 */
    public WeightAverage(Weights weights, double decay) {
        this.decay = decay;
        this.network = weights;
        this.names = List.copyOf(weights.all().keySet());
        this.weights = List.copyOf(weights.all().values());
        this.weights.forEach(weight -> averages.add(weight.duplicate()));
        this.updates = weights.manager().zeros(new Shape());
    }

    /** Takes in the weights as they are now. */
    public void update() {
        NativeOperations.of(UPDATE)
                .run(
                        NativeOperation.tensor(updates),
                        NativeOperation.list(averages),
                        NativeOperation.list(weights),
                        IValue.from(decay));
    }

    /** Lets the network have the averages, and keeps its weights; a second call puts all back. */
    public void exchange() {
        NativeOperations.of(EXCHANGE)
                .run(NativeOperation.tensor(updates), NativeOperation.list(averages), NativeOperation.list(weights));
        network.round();
    }

    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put(names.get(i), averages.get(i));
        }
        state.put("updates", updates);
        return state;
    }
}
