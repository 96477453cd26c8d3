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
    INDEPENDENT,
    /**
     * The sample itself, which is noisy already, each pixel told by its surroundings, too: nothing is known of clean ones
     * (Batson & Royer 2019, Xie 2020).
     */
    BLIND_SPOT;

    @JsonValue
    String id() {
        return Ids.of(this);
    }
}
