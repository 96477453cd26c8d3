package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Muon (Jordan 2024): the momentum of each convolution from as many channels to as many becomes the nearest matrix whose
 * singular values are about 1, by five rounds of Newton and Schulz, and is subtracted. Adam moves all other weights. The
 * gradients of all together are cut to a norm of 1 first.
 */
public final class Muon implements Optimizer {
    private static final String UPDATE = """
            def forward(self: __torch__.Operation, loss: Tensor, x: List[Tensor], matrices: List[Tensor], momenta: List[Tensor], \
            p: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], matrixrate: float, rate: float, \
            beta1: float, beta2: float) -> Tensor:
              found = torch.autograd.grad([loss], x)
              all = annotate(List[Tensor], [])
              squares = annotate(List[Tensor], [])
              for i in range(torch.len(found)):
                gradient = torch.to(unchecked_cast(Tensor, found[i]), 6)
                _0 = torch.append(all, gradient)
                _1 = torch.append(squares, torch.sum(torch.square(gradient)))
              norm = torch.sqrt(torch.sum(torch.stack(squares)))
              factor = torch.clamp_max(torch.reciprocal(torch.add(norm, 1e-06)), 1.)
              for i in range(torch.len(matrices)):
                gradient = torch.mul(all[i], factor)
                _2 = torch.add_(torch.mul_(momenta[i], 0.95), gradient)
                u = torch.flatten(torch.add(gradient, torch.mul(momenta[i], 0.95)), 1, -1)
                z = torch.div(u, torch.add(torch.norm(u), 1e-07))
                for j in range(5):
                  a = torch.matmul(z, torch.t(z))
                  b = torch.sub(torch.mul(torch.matmul(a, a), 2.0315), torch.mul(a, 4.775))
                  z = torch.add(torch.mul(z, 3.4445), torch.matmul(b, z))
                _3 = torch.sub_(matrices[i], torch.mul(torch.reshape(z, torch.size(matrices[i])), matrixrate))
              g = annotate(List[Tensor], [])
              for i in range(torch.len(p)):
                gradient = torch.mul(all[torch.add(i, torch.len(matrices))], factor)
                _4 = torch.append(g, torch.copy_(torch.empty_like(p[i]), gradient))
              torch._foreach_add_(steps, 1)
              torch._fused_adam_(p, g, m, v, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, \
            weight_decay=0., eps=1e-08, amsgrad=False, maximize=False)
              return loss
            """;

    private final double matrixRate;
    private final Adam.Settings settings;
    private double rateFactor = 1;
    private final List<NDArray> computedWith = new ArrayList<>();
    private final Map<String, NDArray> matrices = new LinkedHashMap<>();
    private final Map<String, NDArray> others = new LinkedHashMap<>();
    private final List<NDArray> momenta = new ArrayList<>();
    private final Moments moments;

    /** @param matrixRate the step size of the matrices @param settings of Adam, for all else */
    public Muon(Weights weights, double matrixRate, Adam.Settings settings) {
        this.matrixRate = matrixRate;
        this.settings = settings;
        List<NDArray> computedWithOthers = new ArrayList<>();
        List<NDArray> inOrder = weights.computedWith();
        int[] next = {0};
        weights.parameters().forEach((name, parameter) -> {
            boolean matrix = isMatrix(parameter.getShape());
            (matrix ? matrices : others).put(name, parameter);
            (matrix ? computedWith : computedWithOthers).add(inOrder.get(next[0]++));
        });
        computedWith.addAll(computedWithOthers);
        matrices.values().forEach(matrix -> momenta.add(matrix.zerosLike()));
        moments = new Moments(weights.manager(), others);
    }

    private static boolean isMatrix(Shape shape) {
        return shape.dimension() == 4 && shape.get(0) == shape.get(1);
    }

    /** Multiplies both step sizes from the next step on. */
    public void scaleRate(double factor) {
        rateFactor = factor;
    }

    @Override
    public void step(NDArray loss) {
        NativeOperations.of(UPDATE)
                .run(
                        IValue.from((PtNDArray) loss),
                        NativeOperation.list(computedWith),
                        NativeOperation.list(List.copyOf(matrices.values())),
                        NativeOperation.list(momenta),
                        NativeOperation.list(List.copyOf(others.values())),
                        moments.first(),
                        moments.second(),
                        moments.steps(),
                        IValue.from(rateFactor * matrixRate),
                        IValue.from(rateFactor * settings.learningRate()),
                        IValue.from(settings.beta1()),
                        IValue.from(settings.beta2()));
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        List<String> names = List.copyOf(matrices.keySet());
        for (int i = 0; i < names.size(); i++) {
            state.put(names.get(i) + ".momentum", momenta.get(i));
        }
        state.putAll(moments.state());
        return state;
    }
}
