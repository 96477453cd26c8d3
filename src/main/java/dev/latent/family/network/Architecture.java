package dev.latent.family.network;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

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
