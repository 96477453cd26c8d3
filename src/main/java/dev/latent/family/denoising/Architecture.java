package dev.latent.family.denoising;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

/** What a denoiser is made of. */
enum Architecture {
    /** Fully connected layers into a code and out of it: any sample. */
    MLP,
    /** Convolutions into a code and out of it: images only. */
    CONV,
    /** Convolutions that find the noise and subtract it, in images of any size; there is no code. */
    RESIDUAL,
    /**
     * Fully connected layers into a code and out of it, which are told how strong the noise is and which values are
     * hidden (after Song & Ermon 2019): vectors only.
     */
    NOISE_CONDITIONAL;

    @JsonValue
    String id() {
        return Ids.of(this);
    }

    dev.latent.family.network.Architecture ofBottleneck() {
        return this == MLP || this == NOISE_CONDITIONAL
                ? dev.latent.family.network.Architecture.MLP
                : dev.latent.family.network.Architecture.CONV;
    }
}
