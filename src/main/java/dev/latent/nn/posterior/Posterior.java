package dev.latent.nn.posterior;

import ai.djl.ndarray.NDArray;

/** q(z given x) of a batch, with prior N(0, I). */
public interface Posterior {
    /** z = μ + Lε. @param noise ε ~ N(0, I), {@code [n, k]} */
    NDArray sample(NDArray noise);

    /** μ, {@code [n, k]}. */
    NDArray mode();

    /** KL(N(μ, Σ) ‖ N(0, I)), mean over samples: a scalar, in nats. */
    NDArray kl();

    /** log q(z given x) of each sample where z = sample(noise), {@code [n]}. */
    NDArray logDensity(NDArray noise);

    /** The logarithm of Σ's diagonal, {@code [n, k]}. */
    NDArray logVariance();
}
