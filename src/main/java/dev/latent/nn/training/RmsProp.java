package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** RMSProp (Hinton 2012, lecture 6e): θ ← θ − η g / (√E[g²] + ε), E[g²] ← 0.99 E[g²] + 0.01 g². */
public final class RmsProp implements Optimizer {
    private static final String UPDATE = """
            def forward(self: __torch__.Operation, loss: Tensor, x: List[Tensor], p: List[Tensor], squares: List[Tensor], rate: float, alpha: float) -> Tensor:
              found = torch.autograd.grad([loss], x)
              g = annotate(List[Tensor], [])
              for i in range(torch.len(found)):
                _0 = torch.append(g, torch.to(unchecked_cast(Tensor, found[i]), 6))
              torch._foreach_mul_(squares, alpha)
              torch._foreach_addcmul_(squares, g, g, torch.sub(1., alpha))
              roots = torch._foreach_sqrt(squares)
              torch._foreach_add_(roots, 1e-08)
              torch._foreach_addcdiv_(p, g, roots, torch.neg(rate))
              return loss
            """;
    private static final double ALPHA = 0.99;

    private final double learningRate;
    private final List<String> names;
    private final List<NDArray> computedWith;
    private final List<NDArray> parameters;
    private final List<NDArray> squares = new ArrayList<>();

    public RmsProp(Weights weights, double learningRate) {
        this.learningRate = learningRate;
        this.names = List.copyOf(weights.parameters().keySet());
        this.computedWith = weights.computedWith();
        this.parameters = List.copyOf(weights.parameters().values());
        NDManager manager = weights.manager();
        parameters.forEach(parameter -> squares.add(manager.zeros(parameter.getShape())));
    }

    @Override
    public void step(NDArray loss) {
        NativeOperations.of(UPDATE)
                .run(
                        IValue.from((PtNDArray) loss),
                        NativeOperation.list(computedWith),
                        NativeOperation.list(parameters),
                        NativeOperation.list(squares),
                        IValue.from(learningRate),
                        IValue.from(ALPHA));
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put(names.get(i) + ".meanSquare", squares.get(i));
        }
        return state;
    }
}
