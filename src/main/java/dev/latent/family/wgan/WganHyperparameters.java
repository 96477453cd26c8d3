package dev.latent.family.wgan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record WganHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @Description("How the critic is kept Lipschitz; clip trains by RMSProp with learningRate 5e-5 as its default,"
                + " gradient-penalty by Adam.")
        @NotNull
        Lipschitz lipschitz,

        @Description("c, to which the critic's weights are clipped; for clip.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("10")
        double clipValue,

        @Description("λ of the gradient penalty; for gradient-penalty.") @DecimalMin("0") @DecimalMax("1000")
        double gradientPenaltyWeight,

        @Description("Updates of the critic for each of the generator.") @Min(1) @Max(100)
        int criticSteps,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("Whether one pass of the generator serves both updates; the paper draws anew for each.")
        boolean reuseFakes,

        @JsonUnwrapped AdversarialOptions options) {

    private static final int OF_THE_PAPERS = 5;

    static final WganHyperparameters GRADIENT_PENALTY = new WganHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(512, 256), 32),
            64,
            Lipschitz.GRADIENT_PENALTY,
            0.01,
            10,
            1,
            new AdamHyperparameters(1e-3, 0, 0.9),
            false,
            AdversarialOptions.AVERAGED);

    WganHyperparameters clipping() {
        return new WganHyperparameters(
                networks,
                latentDim,
                Lipschitz.CLIP,
                clipValue,
                gradientPenaltyWeight,
                OF_THE_PAPERS,
                new AdamHyperparameters(5e-5, adam.adamBeta1(), adam.adamBeta2()),
                reuseFakes,
                options);
    }

    /** λ as Gulrajani 2017 has it for toys, in the paper's code: at 10 the critic is too smooth to tell modes apart. */
    WganHyperparameters forVectors() {
        return new WganHyperparameters(
                NetworkSize.mlp(256, 256, 256),
                8,
                lipschitz,
                clipValue,
                0.1,
                OF_THE_PAPERS,
                new AdamHyperparameters(3e-4, adam.adamBeta1(), adam.adamBeta2()),
                reuseFakes,
                options);
    }
}
