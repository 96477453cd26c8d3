package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Activation;
import dev.latent.sample.SampleShape;

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

    /** What makes a sample of a network's last layer. */
    Activation activation() {
        return shape.isImage() ? Activation.TANH : Activation.NONE;
    }
}
