package dev.latent.family.adversarial;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

/** How D sees the label. G always has it joined to z. */
public enum LabelConditioning {
    /** Joined to the input (Mirza & Osindero 2014). */
    CONCAT,
    /** Joined, and projected onto D's features: ψ(φ(x)) + yᵀVφ(x) (Miyato & Koyama 2018, eq. 3). */
    PROJECTION;

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
