package dev.latent.family.denoising;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

/** What the reconstruction of a corrupted sample is compared with. */
enum Target {
    /** The sample itself (Vincent 2008). */
    CLEAN,
    /** The corrupted sample. */
    CORRUPTED,
    /** A second, independent corruption: no clean data is needed (Lehtinen 2018). */
    INDEPENDENT;

    @JsonValue
    String id() {
        return Ids.of(this);
    }
}
