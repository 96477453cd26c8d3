package dev.latent.bench.eager;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.global.torch;
import tools.jackson.databind.JsonNode;

/** Adam in one pass over each weight, as Python's {@code Adam(fused=True)}; JavaCPP names only the optimizer without. */
final class FusedAdam {
    private static final double EPSILON = 1e-8;

    private final OperatorHandle update = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
    private final List<Tensor> weights;
    private final GenericList gradients = list();
    private final GenericList steps = list();
    private final Tensor step = torch.zeros(1).squeeze();
    private final IValue[] arguments;

    FusedAdam(JsonNode h, List<Tensor> weights) {
        this.weights = weights;
        GenericList all = list();
        GenericList first = list();
        GenericList second = list();
        for (Tensor weight : weights) {
            all.push_back(new IValue(weight));
            gradients.push_back(new IValue(torch.zeros_like(weight)));
            first.push_back(new IValue(torch.zeros_like(weight)));
            second.push_back(new IValue(torch.zeros_like(weight)));
            steps.push_back(new IValue(step));
        }
        arguments = new IValue[] {
            new IValue(all),
            new IValue(gradients),
            new IValue(first),
            new IValue(second),
            new IValue(list()),
            new IValue(steps),
            new IValue(h.get("learningRate").asDouble()),
            new IValue(h.get("adamBeta1").asDouble()),
            new IValue(h.get("adamBeta2").asDouble()),
            new IValue(h.path("weightDecay").asDouble(0)),
            new IValue(EPSILON),
            new IValue(false),
            new IValue(false),
            new IValue(),
            new IValue()
        };
    }

    private static GenericList list() {
        return new GenericList(new org.bytedeco.pytorch.Type.TypePtr(TensorType.get()));
    }

    /** @return the loss, without its graph */
    Tensor minimize(Tensor loss) {
        weights.forEach(weight -> weight.mutable_grad().reset());
        loss.backward();
        for (int i = 0; i < weights.size(); i++) {
            gradients.set(i, new IValue(weights.get(i).grad()));
        }
        step.add_(new Scalar(1f));
        update.callBoxed(new IValueVector(arguments));
        return loss.detach();
    }
}
