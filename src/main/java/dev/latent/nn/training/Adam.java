package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma & Ba 2015, algorithm 1), gradients and all updates in one native call. The engine's fused update goes
 * through memory from end to end, so each gradient is laid out as its weight first: a gradient's gradient often is not.
 */
public final class Adam implements Optimizer {
    private static final String UPDATE = """
            def forward(self: __torch__.Operation, loss: Tensor, x: List[Tensor], p: List[Tensor], m: List[Tensor], v: List[Tensor], \
            steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float) -> Tensor:
              found = torch.autograd.grad([loss], x)
              g = annotate(List[Tensor], [])
              for i in range(torch.len(found)):
                gradient = torch.to(unchecked_cast(Tensor, found[i]), 6)
                if torch.eq(torch.stride(gradient), torch.stride(p[i])):
                  laid = gradient
                else:
                  laid = torch.copy_(torch.empty_like(p[i]), gradient)
                _0 = torch.append(g, laid)
              torch._foreach_add_(steps, 1)
              torch._fused_adam_(p, g, m, v, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, \
            weight_decay=decay, eps=1e-08, amsgrad=False, maximize=False)
              return loss
            """;

    private final Settings settings;
    private double rateFactor = 1;
    private final List<NDArray> computedWith;
    private final List<NDArray> parameters;
    private final Moments moments;

    /** @param weightDecay added to the gradient as weightDecay · θ */
    public record Settings(double learningRate, double beta1, double beta2, double weightDecay) {
        public Settings(double learningRate) {
            this(learningRate, 0.9, 0.999, 0);
        }

        public Settings(double learningRate, double beta1, double beta2) {
            this(learningRate, beta1, beta2, 0);
        }
    }

    public Adam(Weights weights, Settings settings) {
        this.settings = settings;
        this.computedWith = weights.computedWith();
        this.parameters = List.copyOf(weights.parameters().values());
        this.moments = new Moments(weights.manager(), weights.parameters());
    }

    /** Multiplies the learning rate from the next step on. */
    public void scaleRate(double factor) {
        rateFactor = factor;
    }

    @Override
    public void step(NDArray loss) {
        NativeOperations.of(UPDATE)
                .run(
                        IValue.from((PtNDArray) loss),
                        NativeOperation.list(computedWith),
                        NativeOperation.list(parameters),
                        moments.first(),
                        moments.second(),
                        moments.steps(),
                        IValue.from(rateFactor * settings.learningRate),
                        IValue.from(settings.beta1),
                        IValue.from(settings.beta2),
                        IValue.from(settings.weightDecay));
    }

    @Override
    public Map<String, NDArray> state() {
        return moments.state();
    }
}
