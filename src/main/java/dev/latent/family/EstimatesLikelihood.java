package dev.latent.family;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/** Estimates −log p(x), or −log p(x given y), by importance sampling with k samples of q(z given x) (Burda 2015, eq. 8). */
public interface EstimatesLikelihood {
    /** Whether the likelihood is that of a sample given its label. */
    default boolean conditional() {
        return false;
    }

    /**
     * Log importance weights log p(x, z) − log q(z given x) for k draws of z for each sample; all of them given y where
     * the model is conditional.
     *
     * @param labels int64 {@code [n]} where the model is conditional, else null
     * @param noise standard normal {@code [n·k, latentDimension]}, the draws of a sample one after the other
     * @return {@code [n·k]} in nats; −log mean exp over k draws of it estimates the negative log-likelihood
     */
    NDArray logImportanceWeight(NDArray x, @Nullable NDArray labels, NDArray noise);

    /** How samples become those that the weights are of. */
    Binarization binarization();

    /** Whether the weights are of probabilities or densities; gray pixels as targets of a cross-entropy have none. */
    boolean isLikelihood();
}
