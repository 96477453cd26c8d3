package dev.latent.family.adversarial;

import dev.latent.family.hyperparameter.Description;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Hyperparameters of the game that Goodfellow 2014 describes. */
public record MinimaxHyperparameters(
        @Description("What the generator minimizes: -E log D(G(z)), or the minimax loss E log(1 - D(G(z))).") @NotNull
        GeneratorLoss generatorLoss,

        @Description("k, the updates of the discriminator for each of the generator.") @Min(1) @Max(100)
        int discriminatorSteps,

        @Description("Real samples count as 1 minus this.") @DecimalMin("0") @DecimalMax("0.5")
        double labelSmoothing,

        @Description("Whether one pass of the generator serves both updates; the paper draws anew for each.")
        boolean reuseFakes) {

    public static final MinimaxHyperparameters PAPER =
            new MinimaxHyperparameters(GeneratorLoss.NON_SATURATING, 1, 0, false);

    public AdversarialStep.Rules rules(AdversarialOptions options) {
        return new AdversarialStep.Rules(discriminatorSteps, options.instanceNoise(), reuseFakes);
    }
}
