package dev.latent.nn.layer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a network computes in while it is trained, up to its results; weights, losses and updates stay float32. */
public enum Precision {
    FLOAT32,
    BFLOAT16;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
