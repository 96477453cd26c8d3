package dev.latent.family.dcgan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.adversarial.MinimaxHyperparameters;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

record DcganHyperparameters(
        @Description("Channels nearest to the image, doubled at each halving; the paper's 128 are for 64 pixels.")
        @Min(1)
        @Max(256)
        int channels,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @JsonUnwrapped MinimaxHyperparameters game,
        @JsonUnwrapped AdamHyperparameters adam,
        @JsonUnwrapped AdversarialOptions options) {

    static final DcganHyperparameters DEFAULTS = new DcganHyperparameters(
            32,
            100,
            MinimaxHyperparameters.PAPER,
            new AdamHyperparameters(8e-4, 0.5, 0.999),
            AdversarialOptions.AVERAGED);
}
