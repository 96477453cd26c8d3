package dev.latent.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/** x → logits, μ, log σ², of fully connected layers. */
final class DjlVaeBlock extends AbstractBlock {
    private final int latent;
    private final Block hidden;
    private final Block posterior;
    private final Block decoderHidden;
    private final Block logits;

    DjlVaeBlock(int units, int latent, int pixels) {
        this.latent = latent;
        hidden = linear("hidden", units);
        posterior = linear("posterior", 2 * latent);
        decoderHidden = linear("decoderHidden", units);
        logits = linear("logits", pixels);
    }

    private Block linear(String name, int units) {
        return addChildBlock(name, Linear.builder().setUnits(units).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, @Nullable PairList<String, Object> parameters) {
        NDList h = Activation.relu(hidden.forward(store, inputs, training));
        NDList halves = posterior.forward(store, h, training).singletonOrThrow().split(2, 1);
        NDArray mean = halves.get(0);
        NDArray logVariance = halves.get(1);
        NDArray noise = inputs.getManager().randomNormal(0, 1, mean.getShape(), DataType.FLOAT32);
        NDArray z = mean.add(logVariance.mul(0.5f).exp().mul(noise));
        NDList decoded = Activation.relu(decoderHidden.forward(store, new NDList(z), training));
        return new NDList(logits.forward(store, decoded, training).singletonOrThrow(), mean, logVariance);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        long n = inputs[0].get(0);
        return new Shape[] {inputs[0], new Shape(n, latent), new Shape(n, latent)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape features = hidden.getOutputShapes(inputs)[0];
        hidden.initialize(manager, type, inputs);
        posterior.initialize(manager, type, features);
        decoderHidden.initialize(manager, type, new Shape(inputs[0].get(0), latent));
        logits.initialize(manager, type, features);
    }
}
