package dev.latent.family.autoencoding;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.DataShape;
import dev.latent.family.Ids;
import dev.latent.family.ModelFamily;
import java.util.List;

/** What a decoder's output is compared by. */
public enum Reconstruction {
    /** Cross-entropy of the pixels as probabilities; images only. */
    BERNOULLI,
    /** ‖x − g(z)‖² / 2σ². */
    GAUSSIAN,
    /** ‖x − g(z)‖². */
    SQUARED_ERROR;

    /** What it can't be used for. */
    public List<ModelFamily.Violation> check(DataShape data) {
        return this == BERNOULLI && !data.sample().isImage()
                ? List.of(new ModelFamily.Violation(
                        "reconstruction",
                        "reconstruction must not be bernoulli for vectors, which are not probabilities"))
                : List.of();
    }

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
