package dev.latent.family;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a decoder's output is compared by. */
public enum Reconstruction {
    /** Cross-entropy of the pixels as probabilities; images only. */
    BERNOULLI,
    /** ‖x − g(z)‖² / 2σ². */
    GAUSSIAN,
    /** ‖x − g(z)‖². */
    SQUARED_ERROR;

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
