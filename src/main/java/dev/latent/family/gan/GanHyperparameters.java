package dev.latent.family.gan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.adversarial.MinimaxHyperparameters;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.NetworkSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

record GanHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @JsonUnwrapped MinimaxHyperparameters game,
        @JsonUnwrapped AdamHyperparameters adam,
        @JsonUnwrapped AdversarialOptions options) {

    static final GanHyperparameters DEFAULTS = new GanHyperparameters(
            NetworkSize.mlp(512, 256),
            100,
            MinimaxHyperparameters.PAPER,
            new AdamHyperparameters(8e-4, 0.5, 0.999),
            AdversarialOptions.AVERAGED.withInstanceNoise(0.2));

    static final GanHyperparameters FOR_VECTORS = new GanHyperparameters(
            NetworkSize.mlp(256, 256), 8, DEFAULTS.game, AdamHyperparameters.OF_GANS, AdversarialOptions.AVERAGED);
}
