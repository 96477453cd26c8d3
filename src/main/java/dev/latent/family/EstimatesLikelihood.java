package dev.latent.family;

import ai.djl.ndarray.NDArray;

/** Estimates −log p(x) by importance sampling with k samples of q(z given x) (Burda 2015, eq. 8). */
public interface EstimatesLikelihood {
    /**
     * Log importance weights log p(x, z) − log q(z given x) for k draws of z for each sample.
     *
     * @param noise standard normal {@code [n·k, latentDimension]}, the draws of a sample one after the other
     * @return {@code [n·k]} in nats; −log mean exp over k draws of it estimates the negative log-likelihood
     */
    NDArray logImportanceWeight(NDArray x, NDArray noise);

    /** How samples become those that the weights are of. */
    Binarization binarization();

    /** Whether the weights are of probabilities or densities; grey pixels as targets of a cross-entropy have none. */
    boolean isLikelihood();
}
