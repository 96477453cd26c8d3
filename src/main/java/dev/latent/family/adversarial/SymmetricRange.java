package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.sample.SampleShape;
import java.util.List;

/** Pixels as adversarial networks see them, in [−1,1]; columns stay as they are. */
record SymmetricRange(SampleShape shape) {
    /** From [0,1]. */
    NDArray inside(NDArray x) {
        return shape.isImage() ? NativeOperations.scaled(x, 2).sub(1f) : x;
    }

    /** Back to [0,1]. */
    NDArray outside(NDArray x) {
        return shape.isImage() ? NativeOperations.scaled(x.add(1f), 0.5) : x;
    }

    /** A network from codes to samples in [0,1]. */
    LayerDescription outside(LayerDescription network) {
        return shape.isImage()
                ? LayerDescription.inTurn(List.of(network, new LayerDescription.Scaled(0.5, 0.5)))
                : network;
    }

    /** A network from samples in [0,1]. */
    LayerDescription inside(LayerDescription network) {
        return shape.isImage()
                ? LayerDescription.inTurn(List.of(new LayerDescription.Scaled(2, -1), network))
                : network;
    }

    /** What makes a sample of a network's last layer. */
    Activation activation() {
        return shape.isImage() ? Activation.TANH : Activation.NONE;
    }
}
