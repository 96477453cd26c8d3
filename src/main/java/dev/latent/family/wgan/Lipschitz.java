package dev.latent.family.wgan;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

/** How the critic is kept Lipschitz. */
enum Lipschitz {
    /** Its weights are clipped to [−c, c] (Arjovsky 2017). */
    CLIP,
    /** λ E (‖∇D(x̂)‖ − 1)² is added to its loss (Gulrajani 2017). */
    GRADIENT_PENALTY;

    @JsonValue
    String id() {
        return Ids.of(this);
    }
}
