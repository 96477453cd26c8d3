package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** @param k how many codes are drawn for each sample: the more, the nearer the estimate comes from above */
record LikelihoodQuery(
        @Parameter(description = "codes drawn for each sample; 500 by default")
        @Min(value = 1, message = "must be 1 to 5000")
        @Max(value = 5000, message = "must be 1 to 5000")
        @Nullable
        Integer k) {
    LikelihoodQuery {
        k = k == null ? (Integer) 500 : k;
    }
}
