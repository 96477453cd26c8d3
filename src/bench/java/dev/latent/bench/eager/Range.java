package dev.latent.bench.eager;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Of pixels. */
final class Range {
    private Range() {}

    /** [0,1] → [-1,1]. */
    static Tensor symmetric(Tensor x) {
        return x.mul(new Scalar(2f)).sub(new Scalar(1f));
    }
}
