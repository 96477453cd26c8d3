package dev.latent.family.denoising;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.corruption.Corruption;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.layer.Precision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record DenoisingHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("Length of the code.") @Min(1) @Max(8192)
        int latentDim,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("Weight decay, added to the gradient.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @Description("What the output is compared by.") @NotNull
        Reconstruction reconstruction,

        @Description(
                "The kinds of noise, of which each sample draws one; levels of vectors are in standard deviations.")
        @NotNull
        @Size(min = 1, max = 8)
        List<@NotNull @Valid Corruption> corruptions,

        @Description("What the reconstruction is compared with.") @NotNull
        Target target,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    static final DenoisingHyperparameters PAPER = new DenoisingHyperparameters(
            new NetworkSize(Architecture.CONV, List.of(1024), 32),
            256,
            AdamHyperparameters.DEFAULTS,
            0,
            Reconstruction.SQUARED_ERROR,
            List.of(Corruption.of(Corruption.Kind.GAUSSIAN, 0.5)),
            Target.CLEAN,
            Precision.FLOAT32);

    static final DenoisingHyperparameters FOR_VECTORS = new DenoisingHyperparameters(
            NetworkSize.mlp(128, 128),
            64,
            PAPER.adam,
            PAPER.weightDecay,
            PAPER.reconstruction,
            List.of(Corruption.of(Corruption.Kind.GAUSSIAN, 0.2)),
            PAPER.target,
            PAPER.precision);
}
