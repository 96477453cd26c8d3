package dev.latent.family;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a trained model can be asked for. In JSON {@code anomaly-score} and the like. */
public enum Operation {
    GENERATE,
    DENOISE,
    RECONSTRUCT,
    ENCODE,
    DECODE,
    INTERPOLATE,
    LATENT_GRID,
    ANOMALY_SCORE,
    NLL,
    TRANSLATE,
    CRITIC_SCORE,
    VECTOR_FIELD;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
