package dev.latent.family.adversarial;

import dev.latent.family.hyperparameter.Description;
import dev.latent.nn.layer.Precision;
import dev.latent.nn.layer.Weights;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/** Hyperparameters of every family with a discriminator: what steadies its training, and the precision. */
public record AdversarialOptions(
        @Description("Deviation of Gaussian noise added to all that the discriminator sees, pixels lying in [-1,1].")
        @DecimalMin("0")
        @DecimalMax("2")
        double instanceNoise,

        @Description("Decay of an average of the generator's weights, which is then what is served; 0 keeps none.")
        @DecimalMin("0")
        @DecimalMax("0.99999")
        double emaDecay,

        @Description("Whether each weight of the discriminator is divided by its spectral norm (Miyato 2018).")
        boolean spectralNormalization,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    public static final AdversarialOptions OFF = new AdversarialOptions(0, 0, false, Precision.FLOAT32);
    /** Serves an average of some thousand of the generator's last weights, which no single step throws off (Yazıcı 2019). */
    public static final AdversarialOptions AVERAGED = OFF.withEmaDecay(0.999);

    public AdversarialOptions withEmaDecay(double decay) {
        return new AdversarialOptions(instanceNoise, decay, spectralNormalization, precision);
    }

    public AdversarialOptions withInstanceNoise(double deviation) {
        return new AdversarialOptions(deviation, emaDecay, spectralNormalization, precision);
    }

    Weights.Source generators(Weights.Source weights) {
        return weights.in(precision);
    }

    Weights.Source discriminators(Weights.Source weights) {
        return weights.in(precision).spectrallyNormalized(spectralNormalization);
    }
}
