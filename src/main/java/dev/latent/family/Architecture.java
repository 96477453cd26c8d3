package dev.latent.family;

import com.fasterxml.jackson.annotation.JsonValue;

/** What networks are made of. */
public enum Architecture {
    /** Fully connected layers: any sample. */
    MLP,
    /** Convolutions: images only. */
    CONV;

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
