package dev.latent.inference.operation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring samples of a dataset.
 *
 * @param dataset a dataset's name; by default the one that the model was trained on
 * @param split which part of the dataset
 * @param index the first sample
 * @param count how many
 */
public record DatasetRange(
        @Nullable String dataset,

        @Schema(allowableValues = {"train", "validation", "test"}) @Nullable
        String split,

        @Min(value = 0, message = "must be at least 0") @Nullable
        Integer index,

        @Min(value = 1, message = "must be 1 to 1024") @Max(value = 1024, message = "must be 1 to 1024") @Nullable
        Integer count) {
    private static final int USUAL = 8;

    public DatasetRange {
        split = split == null ? "test" : split;
        index = index == null ? (Integer) 0 : index;
        count = count == null ? (Integer) USUAL : count;
    }
}
