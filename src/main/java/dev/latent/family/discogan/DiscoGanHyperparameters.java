package dev.latent.family.discogan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.List;

record DiscoGanHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Weight of the distances between samples and what comes back of them.")
        @DecimalMin("0")
        @DecimalMax("1000")
        double reconstructionWeight,

        @Description("Real samples count as 1 minus this.") @DecimalMin("0") @DecimalMax("0.5")
        double labelSmoothing,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("Weight decay, added to the gradient.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @JsonUnwrapped AdversarialOptions options) {

    static final DiscoGanHyperparameters DEFAULTS = new DiscoGanHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(128, 128, 128), 32),
            1,
            0,
            AdamHyperparameters.OF_GANS,
            1e-5,
            AdversarialOptions.OFF);

    DiscoGanHyperparameters forVectors() {
        return new DiscoGanHyperparameters(
                networks.as(Architecture.MLP), reconstructionWeight, labelSmoothing, adam, weightDecay, options);
    }

    /** CycleGAN's weight: with the paper's 1 all images of a domain may become two or three of the other, and stay that. */
    DiscoGanHyperparameters forColor() {
        return new DiscoGanHyperparameters(networks, 10, labelSmoothing, adam, weightDecay, options);
    }
}
