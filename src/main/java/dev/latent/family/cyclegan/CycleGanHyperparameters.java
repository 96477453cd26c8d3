package dev.latent.family.cyclegan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

record CycleGanHyperparameters(
        @Description("Channels nearest to the image, doubled at each halving; the paper's 64 are for 256 pixels.")
        @Min(1)
        @Max(128)
        int channels,

        @Description("Residual blocks in the middle of a generator; the paper's 6 to 9 are for 128 to 256 pixels.")
        @Min(0)
        @Max(16)
        int residualBlocks,

        @Description("λ, the weight of the cycle consistency loss.") @DecimalMin("0") @DecimalMax("1000")
        double cycleWeight,

        @Description(
                "Weight of the distance from a sample to its translation into its own domain; the paper has half of λ for paintings.")
        @DecimalMin("0")
        @DecimalMax("1000")
        double identityWeight,

        @Description("Older translations that a discriminator is shown half of the time; 0 keeps none.")
        @Min(0)
        @Max(10_000)
        int imagePoolSize,

        @Description("Real samples count as 1 minus this.") @DecimalMin("0") @DecimalMax("0.5")
        double labelSmoothing,

        @JsonUnwrapped AdamHyperparameters adam,
        @JsonUnwrapped AdversarialOptions options) {

    /**
     * Batches are of 16, not of one as in the paper, at four (√16) times its rate. The paper has the identity loss for
     * paintings only, where colors are to stay (section 5.2): elsewhere it keeps samples as they are.
     */
    static final CycleGanHyperparameters DEFAULTS = new CycleGanHyperparameters(
            16, 4, 10, 0, 50, 0, new AdamHyperparameters(8e-4, 0.5, 0.999), AdversarialOptions.OFF);
}
