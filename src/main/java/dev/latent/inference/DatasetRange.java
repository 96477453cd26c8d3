package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Some neighbouring samples of a dataset.
 *
 * @param dataset the one that the model was trained on, by default
 */
record DatasetRange(
        @Parameter(description = "a dataset's name; by default the one that the model was trained on") @Nullable
        String dataset,

        @Parameter(description = "train, validation or test (the default)") @Nullable
        String split,

        @Parameter(description = "the first sample") @Min(value = 0, message = "must be at least 0") @Nullable
        Integer index,

        @Parameter(description = "how many")
        @Min(value = 1, message = "must be 1 to 1024")
        @Max(value = 1024, message = "must be 1 to 1024")
        @Nullable
        Integer count) {
    private static final int USUAL = 8;

    DatasetRange {
        split = split == null ? "test" : split;
        index = index == null ? (Integer) 0 : index;
        count = count == null ? (Integer) USUAL : count;
    }
}
