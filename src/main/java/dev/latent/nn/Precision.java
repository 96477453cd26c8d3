package dev.latent.nn;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the matrix products and convolutions of training compute in; weights, losses and updates stay float32. */
public enum Precision {
    FLOAT32,
    BFLOAT16;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
