package dev.latent.measure;

import ai.djl.ndarray.NDArray;

/** log Σ exp along an axis, without overflow: the greatest value is taken out first. */
final class LogSumExp {
    private LogSumExp() {}

    static NDArray of(NDArray x, int axis) {
        int[] axes = {axis};
        NDArray greatest = x.max(axes, true);
        return x.sub(greatest).exp().sum(axes).log().add(greatest.squeeze(axis));
    }
}
