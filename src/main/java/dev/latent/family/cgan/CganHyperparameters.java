package dev.latent.family.cgan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.adversarial.LabelConditioning;
import dev.latent.family.adversarial.MinimaxHyperparameters;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record CganHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @Description(
                "How the discriminator sees the label: joined to its input, or projected onto its features as well.")
        @NotNull
        LabelConditioning conditioning,

        @JsonUnwrapped MinimaxHyperparameters game,
        @JsonUnwrapped AdamHyperparameters adam,
        @JsonUnwrapped AdversarialOptions options) {

    static final CganHyperparameters DEFAULTS = new CganHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(512, 256), 32),
            64,
            LabelConditioning.PROJECTION,
            MinimaxHyperparameters.PAPER,
            new AdamHyperparameters(4e-4, 0.5, 0.999),
            AdversarialOptions.AVERAGED);

    CganHyperparameters forVectors() {
        return new CganHyperparameters(NetworkSize.mlp(256, 256), 8, conditioning, game, adam, options);
    }
}
