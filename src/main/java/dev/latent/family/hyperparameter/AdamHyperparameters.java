package dev.latent.family.hyperparameter;

import dev.latent.nn.training.Adam;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Hyperparameters of families that are trained by Adam (Kingma & Ba 2015). */
public record AdamHyperparameters(
        @Description("The optimizer's step size.") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double learningRate,

        @Description("Adam's decay of the first moment.") @DecimalMin("0") @DecimalMax("0.9999")
        double adamBeta1,

        @Description("Adam's decay of the second moment.") @DecimalMin("0") @DecimalMax("0.99999")
        double adamBeta2) {

    /** The paper's own. */
    public static final AdamHyperparameters DEFAULTS = new AdamHyperparameters(1e-3, 0.9, 0.999);
    /** What steadies DCGAN (Radford 2016), and since then most GANs. */
    public static final AdamHyperparameters OF_GANS = new AdamHyperparameters(2e-4, 0.5, 0.999);

    public Adam.Settings settings() {
        return settings(0);
    }

    public Adam.Settings settings(double weightDecay) {
        return new Adam.Settings(learningRate, adamBeta1, adamBeta2, weightDecay);
    }
}
