package dev.latent.family.cgan;

import dev.latent.family.Architecture;
import dev.latent.family.Conditioned;
import dev.latent.family.Description;
import dev.latent.family.GeneratorLoss;
import dev.latent.nn.Precision;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record CganHyperparameters(
        @Description("Fully connected (mlp) or convolutional (conv, images only) networks.") @NotNull
        Architecture architecture,

        @Description("Units of the discriminator's hidden layers, mirrored by the generator; for mlp.")
        @NotNull
        @Size(min = 1, max = 8)
        List<@NotNull @Min(1) @Max(8192) Integer> hiddenUnits,

        @Description("Channels of the discriminator's first convolution, doubled at each halving; for conv.")
        @Min(1)
        @Max(256)
        int channels,

        @Description("Length of the code z.") @Min(1) @Max(1024)
        int latentDim,

        @Description("How the discriminator sees the label.") @NotNull
        Conditioned conditioning,

        @Description("What the generator minimises.") @NotNull
        GeneratorLoss generatorLoss,

        @Description("Updates of the discriminator for each of the generator.") @Min(1) @Max(100)
        int discriminatorSteps,

        @Description("Real samples count as 1 minus this.") @DecimalMin("0") @DecimalMax("0.5")
        double labelSmoothing,

        @Description("Adam's step size.") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double learningRate,

        @Description("Adam's decay of the first moment.") @DecimalMin("0") @DecimalMax("0.9999")
        double adamBeta1,

        @Description("Adam's decay of the second moment.") @DecimalMin("0") @DecimalMax("0.99999")
        double adamBeta2,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    static final CganHyperparameters DEFAULTS = new CganHyperparameters(
            Architecture.CONV,
            List.of(256, 128),
            32,
            64,
            Conditioned.PROJECTION,
            GeneratorLoss.NON_SATURATING,
            1,
            0,
            2e-4,
            0.5,
            0.999,
            Precision.FLOAT32);

    CganHyperparameters forVectors() {
        return new CganHyperparameters(
                Architecture.MLP,
                hiddenUnits,
                channels,
                latentDim,
                conditioning,
                generatorLoss,
                discriminatorSteps,
                labelSmoothing,
                learningRate,
                adamBeta1,
                adamBeta2,
                precision);
    }
}
