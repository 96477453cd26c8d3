package dev.latent.family.autoencoder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.layer.Precision;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

record AutoencoderHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code.") @Min(1) @Max(8192)
        int latentDim,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("Weight decay, added to the gradient.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @Description("What the output is compared by.") @NotNull
        Reconstruction reconstruction,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    static final AutoencoderHyperparameters DEFAULTS = new AutoencoderHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(512), 32),
            32,
            AdamHyperparameters.DEFAULTS,
            0,
            Reconstruction.SQUARED_ERROR,
            Precision.FLOAT32);

    /** @param length of the vectors, which the code halves */
    static AutoencoderHyperparameters forVectors(int length) {
        return new AutoencoderHyperparameters(
                NetworkSize.mlp(128, 128),
                Math.max(1, Math.min(32, length / 2)),
                DEFAULTS.adam,
                DEFAULTS.weightDecay,
                DEFAULTS.reconstruction,
                DEFAULTS.precision);
    }
}
