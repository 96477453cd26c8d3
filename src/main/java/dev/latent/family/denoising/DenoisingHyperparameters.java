package dev.latent.family.denoising;

import dev.latent.corruption.Corruption;
import dev.latent.family.Architecture;
import dev.latent.family.Description;
import dev.latent.family.Reconstruction;
import dev.latent.nn.Precision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record DenoisingHyperparameters(
        @Description("Fully connected (mlp) or convolutional (conv, images only) networks.") @NotNull
        Architecture architecture,

        @Description("Units of the encoder's hidden layers, mirrored by the decoder; for mlp.") @NotNull @Size(max = 8)
        List<@NotNull @Min(1) @Max(8192) Integer> hiddenUnits,

        @Description("Channels after the first convolution, doubled at each halving; for conv.") @Min(1) @Max(256)
        int channels,

        @Description("Length of the code.") @Min(1) @Max(8192)
        int latentDim,

        @Description("Adam's step size.") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double learningRate,

        @Description("Adam's decay of the first moment.") @DecimalMin("0") @DecimalMax("0.9999")
        double adamBeta1,

        @Description("Adam's decay of the second moment.") @DecimalMin("0") @DecimalMax("0.99999")
        double adamBeta2,

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
            Architecture.CONV,
            List.of(1024),
            32,
            256,
            1e-3,
            0.9,
            0.999,
            0,
            Reconstruction.SQUARED_ERROR,
            List.of(Corruption.of(Corruption.Kind.GAUSSIAN, 0.5)),
            Target.CLEAN,
            Precision.FLOAT32);

    static final DenoisingHyperparameters FOR_VECTORS = new DenoisingHyperparameters(
            Architecture.MLP,
            List.of(128, 128),
            PAPER.channels,
            64,
            PAPER.learningRate,
            PAPER.adamBeta1,
            PAPER.adamBeta2,
            PAPER.weightDecay,
            PAPER.reconstruction,
            List.of(Corruption.of(Corruption.Kind.GAUSSIAN, 0.2)),
            PAPER.target,
            PAPER.precision);
}
