package dev.latent.family.denoising;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.corruption.Corruption;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.hyperparameter.AdamHyperparameters;
import dev.latent.family.hyperparameter.Description;
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
        @Description("Convolutions that find the noise, in images of any size (residual); or fully connected (mlp) or"
                + " convolutional (conv, images only) networks into a code and out of it; or fully connected ones that"
                + " are told the noise's level and which values are hidden (noise-conditional, vectors only).")
        @NotNull
        Architecture architecture,

        @Description("Units of the hidden layers between sample and code, in reverse on the way back; for mlp"
                + " and noise-conditional.")
        @NotNull
        @Size(max = 8)
        List<@NotNull @Min(1) @Max(8192) Integer> hiddenUnits,

        @Description("Channels: of every layer for residual; nearest to the image, doubled at each halving, for conv.")
        @Min(1)
        @Max(256)
        int channels,

        @Description("Blocks of two convolutions each, for residual.") @Min(1) @Max(64)
        int blocks,

        @Description("Length of the code; for all but residual.") @Min(1) @Max(8192)
        int latentDim,

        @Description("Larger images are seen through square windows of this side in pixels, in random orientations; for"
                + " residual.")
        @Min(8)
        @Max(512)
        int cropSide,

        @JsonUnwrapped AdamHyperparameters adam,

        @Description("The step size of Muon, which moves the blocks' convolutions; Adam moves all else. For residual.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        double muonLearningRate,

        @Description("Weight decay, added to the gradient; for all but residual.") @DecimalMin("0") @DecimalMax("1")
        double weightDecay,

        @Description("What the output is compared by; squared-error for residual.") @NotNull
        Reconstruction reconstruction,

        @Description(
                "The kinds of noise, of which each sample draws one; levels of images are of pixels in [0,1], those of"
                        + " vectors in standard deviations.")
        @NotNull
        @Size(min = 1, max = 8)
        List<@NotNull @Valid Corruption> corruptions,

        @Description("What the reconstruction is compared with.") @NotNull
        Target target,

        @Description("What matrix products and convolutions compute in while training.") @NotNull
        Precision precision) {

    static final DenoisingHyperparameters FOR_IMAGES = new DenoisingHyperparameters(
            Architecture.RESIDUAL,
            List.of(1024),
            32,
            4,
            256,
            48,
            AdamHyperparameters.DEFAULTS,
            0.02,
            0,
            Reconstruction.SQUARED_ERROR,
            List.of(Corruption.of(Corruption.Kind.GAUSSIAN, 0.5)),
            Target.CLEAN,
            Precision.FLOAT32);

    /** Noise of any strength, σ from 5 to 55 of 255. */
    static final DenoisingHyperparameters FOR_PHOTOGRAPHS = FOR_IMAGES
            .with(FOR_IMAGES.architecture, FOR_IMAGES.hiddenUnits, 64, 6, FOR_IMAGES.latentDim)
            .corruptedBy(new Corruption(Corruption.Kind.GAUSSIAN, null, 5 / 255.0, 55 / 255.0));

    static final DenoisingHyperparameters FOR_VECTORS = FOR_IMAGES
            .with(Architecture.NOISE_CONDITIONAL, List.of(256, 256), FOR_IMAGES.channels, FOR_IMAGES.blocks, 256)
            .corruptedBy(Corruption.of(Corruption.Kind.GAUSSIAN, 0.2));

    /** With a code (Vincent 2008). */
    DenoisingHyperparameters withCode() {
        return with(Architecture.CONV, hiddenUnits, 32, blocks, latentDim);
    }

    /** For vectors, told nothing (Vincent 2008). */
    DenoisingHyperparameters withoutLevels() {
        return with(Architecture.MLP, List.of(128, 128), channels, blocks, 64);
    }

    private DenoisingHyperparameters with(
            Architecture otherArchitecture, List<Integer> units, int otherChannels, int otherBlocks, int dimension) {
        return new DenoisingHyperparameters(
                otherArchitecture,
                units,
                otherChannels,
                otherBlocks,
                dimension,
                cropSide,
                adam,
                muonLearningRate,
                weightDecay,
                reconstruction,
                corruptions,
                target,
                precision);
    }

    private DenoisingHyperparameters corruptedBy(Corruption corruption) {
        return new DenoisingHyperparameters(
                architecture,
                hiddenUnits,
                channels,
                blocks,
                latentDim,
                cropSide,
                adam,
                muonLearningRate,
                weightDecay,
                reconstruction,
                List.of(corruption),
                target,
                precision);
    }

    boolean finds() {
        return architecture == Architecture.RESIDUAL;
    }

    boolean toldLevels() {
        return architecture == Architecture.NOISE_CONDITIONAL;
    }

    /** Of networks with a code. */
    NetworkSize bottleneck() {
        return new NetworkSize(architecture.ofBottleneck(), hiddenUnits, channels);
    }
}
