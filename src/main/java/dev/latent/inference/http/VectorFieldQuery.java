package dev.latent.inference.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How fine a vector field is.
 *
 * @param steps how many points a side has
 */
record VectorFieldQuery(
        @Min(value = 2, message = "must be 2 to 100") @Max(value = 100, message = "must be 2 to 100") @Nullable
        Integer steps) {
    VectorFieldQuery {
        steps = steps == null ? (Integer) 24 : steps;
    }
}
