package dev.latent.family.vae;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.family.Binarization;
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

record VaeHyperparameters(
        @JsonUnwrapped NetworkSize networks,

        @Description("What hidden units apply.") @NotNull HiddenActivation activation,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("Epochs in which the learning rate falls to half, little by little; 0 keeps it.")
        @DecimalMin("0")
        @DecimalMax("10000")
        double learningRateHalfLife,

        @Description("Decay of an average of the weights, which is then what is served; 0 keeps none.")
        @DecimalMin("0")
        @DecimalMax("0.99999")
        double emaDecay,

        @Description("Weight decay, added to the gradient.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @Description(
                "The decoder's distribution: bernoulli pixels, gaussian, or squared-error (gaussian with variance ½, without its constant).")
        @NotNull
        Reconstruction reconstruction,

        @Description("Whether σ² of the gaussian decoder is learned (Rybkin 2021).")
        boolean learnedVariance,

        @Description("σ² of the gaussian decoder where it is not learned.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000")
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
            NetworkSize.mlp(400),
            HiddenActivation.RELU,
            20,
            AdamHyperparameters.DEFAULTS,
            0,
            0,
            0,
            Reconstruction.BERNOULLI,
            false,
            0.5,
            Binarization.NONE,
            1,
            0,
            Covariance.DIAGONAL,
            false,
            Precision.FLOAT32);

    /** Convolutions, which reach in ten epochs what the paper's network does not reach at all: half of the data covered. */
    static final VaeHyperparameters FOR_IMAGES = new VaeHyperparameters(
            PAPER.networks.as(Architecture.CONV),
            PAPER.activation,
            PAPER.latentDim,
            new AdamHyperparameters(2e-3, PAPER.adam.adamBeta1(), PAPER.adam.adamBeta2()),
            PAPER.learningRateHalfLife,
            0.999,
            PAPER.weightDecay,
            Reconstruction.GAUSSIAN,
            true,
            PAPER.observationVariance,
            PAPER.binarization,
            PAPER.klWeight,
            PAPER.warmupEpochs,
            PAPER.covariance,
            PAPER.conditional,
            PAPER.precision);

    static final VaeHyperparameters FOR_VECTORS = new VaeHyperparameters(
            NetworkSize.mlp(128, 128),
            PAPER.activation,
            2,
            PAPER.adam,
            PAPER.learningRateHalfLife,
            PAPER.emaDecay,
            PAPER.weightDecay,
            Reconstruction.GAUSSIAN,
            false,
            0.05,
            PAPER.binarization,
            PAPER.klWeight,
            PAPER.warmupEpochs,
            PAPER.covariance,
            PAPER.conditional,
            PAPER.precision);

    /** As given, or with the usual σ², where pixels are probabilities or σ² is said. */
    VaeHyperparameters as(Reconstruction other) {
        return new VaeHyperparameters(
                networks,
                activation,
                latentDim,
                adam,
                learningRateHalfLife,
                emaDecay,
                weightDecay,
                other,
                false,
                observationVariance,
                binarization,
                klWeight,
                warmupEpochs,
                covariance,
                conditional,
                precision);
    }

    /** What the learning rate is multiplied by after so many epochs. */
    double rateFactor(double epochs) {
        return learningRateHalfLife == 0 ? 1 : Math.pow(0.5, epochs / learningRateHalfLife);
    }
}
