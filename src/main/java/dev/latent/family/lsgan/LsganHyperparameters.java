package dev.latent.family.lsgan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record LsganHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @Description("The labels of fakes, of real samples, and of what the generator wants to make: 0, 1 and 1 for"
                + " zero-one; -1, 1 and 0 for pearson, which minimizes Pearson's chi-squared divergence.")
        @NotNull
        Coding coding,

        @Description("Updates of the discriminator for each of the generator.") @Min(1) @Max(100)
        int discriminatorSteps,

        @Description("Whether one pass of the generator serves both updates; the paper draws anew for each.")
        boolean reuseFakes,

        @JsonUnwrapped AdamHyperparameters adam,
        @JsonUnwrapped AdversarialOptions options) {

    static final LsganHyperparameters DEFAULTS = new LsganHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(512, 256), 32),
            64,
            Coding.ZERO_ONE,
            1,
            false,
            new AdamHyperparameters(4e-4, 0.5, 0.999),
            AdversarialOptions.AVERAGED);

    static final LsganHyperparameters FOR_VECTORS = new LsganHyperparameters(
            NetworkSize.mlp(256, 256),
            8,
            Coding.ZERO_ONE,
            1,
            false,
            AdamHyperparameters.OF_GANS,
            AdversarialOptions.AVERAGED);
}
