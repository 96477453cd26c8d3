package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** N(μ, diag σ²) (Kingma & Welling 2014). @param mean μ and logVariance log σ², {@code [n, k]} */
public record DiagonalGaussian(NDArray mean, NDArray logVariance) implements Posterior {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    /** @param parameters {@code [n, 2k]}: μ, then log σ² */
    public static DiagonalGaussian of(NDArray parameters) {
        NDList halves = parameters.split(2, 1);
        return new DiagonalGaussian(halves.get(0), halves.get(1));
    }

    @Override
    public NDArray sample(NDArray noise) {
        return mean.add(logVariance.mul(0.5).exp().mul(noise));
    }

    @Override
    public NDArray mode() {
        return mean;
    }

    /** ½ Σ (μ² + σ² − 1 − log σ²) (appendix B). */
    @Override
    public NDArray kl() {
        return mean.square()
                .add(logVariance.exp())
                .sub(logVariance)
                .sub(1)
                .sum(new int[] {1})
                .mul(0.5);
    }

    /** −½ Σ (ε² + log σ² + log 2π). */
    @Override
    public NDArray logDensity(NDArray noise) {
        return noise.square().add(logVariance).add(LOG_2_PI).sum(new int[] {1}).mul(-0.5);
    }
}
