package dev.latent.family.vae;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;
import dev.latent.nn.posterior.DiagonalGaussian;
import dev.latent.nn.posterior.FullGaussian;
import dev.latent.nn.posterior.Posterior;

/** What Σ of the posterior may be. */
enum Covariance {
    DIAGONAL {
        @Override
        long parameters(int k) {
            return 2L * k;
        }

        @Override
        Posterior posterior(NDArray parameters, int k) {
            return DiagonalGaussian.of(parameters);
        }
    },
    FULL {
        @Override
        long parameters(int k) {
            return k + (long) k * k;
        }

        @Override
        Posterior posterior(NDArray parameters, int k) {
            return FullGaussian.of(parameters, k);
        }
    };

    /** How many numbers the encoder gives for a code of length k. */
    abstract long parameters(int k);

    abstract Posterior posterior(NDArray parameters, int k);

    @JsonValue
    String id() {
        return Ids.of(this);
    }
}
