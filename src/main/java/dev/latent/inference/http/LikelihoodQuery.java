package dev.latent.inference.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How well to estimate a likelihood.
 *
 * @param k how many codes are drawn for each sample: the more, the nearer the estimate comes from above
 */
record LikelihoodQuery(
        @Min(value = 1, message = "must be 1 to 5000") @Max(value = 5000, message = "must be 1 to 5000") @Nullable
        Integer k) {
    LikelihoodQuery {
        k = k == null ? (Integer) 500 : k;
    }
}
