package dev.latent.family.vae;

import dev.latent.family.Architecture;
import dev.latent.family.Binarization;
import dev.latent.family.Description;
import dev.latent.family.Reconstruction;
import dev.latent.nn.Precision;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record VaeHyperparameters(
        @Description("Fully connected (mlp) or convolutional (conv, images only) networks.") @NotNull
        Architecture architecture,

        @Description("Units of the encoder's hidden layers, mirrored by the decoder; for mlp.") @NotNull @Size(max = 8)
        List<@NotNull @Min(1) @Max(8192) Integer> hiddenUnits,

        @Description("Channels after the first convolution, doubled at each halving; for conv.") @Min(1) @Max(256)
        int channels,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @Description("Adam's step size.") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double learningRate,

        @Description("Adam's decay of the first moment.") @DecimalMin("0") @DecimalMax("0.9999")
        double adamBeta1,

        @Description("Adam's decay of the second moment.") @DecimalMin("0") @DecimalMax("0.99999")
        double adamBeta2,

        @Description("Weight decay, added to the gradient.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @Description(
                "The decoder's distribution: bernoulli pixels, gaussian, or squared-error (gaussian with variance ½, without its constant).")
        @NotNull
        Reconstruction reconstruction,

        @Description("σ² of the gaussian decoder.") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000")
        double observationVariance,

        @Description("How grey pixels become binary targets; with none the cross-entropy is no likelihood.") @NotNull
        Binarization binarization,

        @Description("λ, the weight of the KL term; above 1 it is the β-VAE.") @DecimalMin("0") @DecimalMax("1000")
        double klWeight,

        @Description("Epochs over which λ grows linearly from 0.") @DecimalMin("0") @DecimalMax("10000")
        double warmupEpochs,

        @Description("Σ of the posterior: diagonal, or full through its Cholesky factor.") @NotNull
        Covariance covariance,

        @Description("Whether both networks also see the label (CVAE).")
        boolean conditional,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    static final VaeHyperparameters PAPER = new VaeHyperparameters(
            Architecture.MLP,
            List.of(400),
            32,
            20,
            1e-3,
            0.9,
            0.999,
            0,
            Reconstruction.BERNOULLI,
            0.5,
            Binarization.NONE,
            1,
            0,
            Covariance.DIAGONAL,
            false,
            Precision.FLOAT32);

    static final VaeHyperparameters FOR_VECTORS = new VaeHyperparameters(
            Architecture.MLP,
            List.of(128, 128),
            PAPER.channels,
            2,
            PAPER.learningRate,
            PAPER.adamBeta1,
            PAPER.adamBeta2,
            PAPER.weightDecay,
            Reconstruction.GAUSSIAN,
            0.05,
            Binarization.NONE,
            1,
            0,
            Covariance.DIAGONAL,
            false,
            Precision.FLOAT32);
}
