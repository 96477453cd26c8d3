package dev.latent.family.network;

import dev.latent.family.DataShape;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.Description;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** Hyperparameters of families that take fully connected or convolutional networks. */
public record NetworkSize(
        @Description("Fully connected (mlp) or convolutional (conv, images only) networks.") @NotNull
        Architecture architecture,

        @Description(
                "Units of the hidden layers between sample and code or score, in reverse on the way back; for mlp.")
        @NotNull
        @Size(max = 8)
        List<@NotNull @Min(1) @Max(8192) Integer> hiddenUnits,

        @Description("Channels nearest to the image, doubled at each halving; for conv.") @Min(1) @Max(256)
        int channels) {

    public static NetworkSize mlp(Integer... hiddenUnits) {
        return new NetworkSize(Architecture.MLP, List.of(hiddenUnits), 32);
    }

    public NetworkSize as(Architecture other) {
        return new NetworkSize(other, hiddenUnits, channels);
    }

    /** What these networks can't be for. */
    public List<ModelFamily.Violation> check(DataShape data) {
        List<ModelFamily.Violation> violations = new ArrayList<>();
        if (architecture == Architecture.CONV && !data.sample().isImage()) {
            violations.add(new ModelFamily.Violation("architecture", "architecture must be mlp for vectors"));
        }
        return violations;
    }
}
