package dev.latent.bench.eager;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** @param weights of all networks */
record Trained(List<Tensor> weights, Step step) {
    /** One update of all networks on batches that it draws. */
    interface Step {
        /** @return the losses */
        List<Tensor> on(Data data);
    }

    long parameters() {
        return weights.stream().mapToLong(Tensor::numel).sum();
    }
}
