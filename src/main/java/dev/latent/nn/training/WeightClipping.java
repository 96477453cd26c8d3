package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.List;
import java.util.Map;

/** Keeps every parameter within [−c, c] after each update (Arjovsky 2017, algorithm 1, line 7). */
public final class WeightClipping implements Optimizer {
    private static final String CLIP = """
            def forward(self: __torch__.Operation, p: List[Tensor], c: float) -> int:
              torch._foreach_clamp_max_(p, c)
              torch._foreach_clamp_min_(p, torch.neg(c))
              return 0
            """;

    private final Optimizer optimizer;
    private final List<NDArray> parameters;
    private final double c;

    public WeightClipping(Optimizer optimizer, Weights weights, double c) {
        this.optimizer = optimizer;
        this.parameters = List.copyOf(weights.parameters().values());
        this.c = c;
    }

    @Override
    public void step(NDArray loss) {
        optimizer.step(loss);
        NativeOperations.of(CLIP).run(NativeOperation.list(parameters), IValue.from(c));
    }

    @Override
    public Map<String, NDArray> state() {
        return optimizer.state();
    }
}
