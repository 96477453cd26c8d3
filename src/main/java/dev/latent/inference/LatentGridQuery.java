package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which plane of the latent space to show.
 *
 * @param x the code's dimension that grows to the right
 * @param y the code's dimension that grows downwards
 */
record LatentGridQuery(
        @Parameter(description = "samples a side; 15 by default")
        @Min(value = 2, message = "must be 2 to 32")
        @Max(value = 32, message = "must be 2 to 32")
        @Nullable
        Integer steps,

        @Parameter(description = "the dimension to the right; 0 by default")
        @Min(value = 0, message = "must be at least 0")
        @Nullable
        Integer x,

        @Parameter(description = "the dimension downwards; 1 by default")
        @Min(value = 0, message = "must be at least 0")
        @Nullable
        Integer y,

        @Parameter(description = "the class of a conditional model; 0 by default") @Nullable
        Integer label) {
    LatentGridQuery {
        steps = steps == null ? (Integer) 15 : steps;
        x = x == null ? (Integer) 0 : x;
        y = y == null ? (Integer) 1 : y;
    }
}
