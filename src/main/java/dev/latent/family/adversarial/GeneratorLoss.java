package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;
import dev.latent.nn.training.Losses;

/** What G minimizes, from D's logits on fakes (Goodfellow 2014, section 3). */
public enum GeneratorLoss {
    /** −E log D(G(z)) = E softplus(−logit). */
    NON_SATURATING {
        @Override
        public NDArray of(NDArray fakeLogits) {
            return Losses.crossEntropyAsReal(fakeLogits);
        }
    },
    /** E log(1 − D(G(z))) = −E softplus(logit): the minimax loss. */
    SATURATING {
        @Override
        public NDArray of(NDArray fakeLogits) {
            return Losses.crossEntropyAsFake(fakeLogits).neg();
        }
    };

    public abstract NDArray of(NDArray fakeLogits);

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
