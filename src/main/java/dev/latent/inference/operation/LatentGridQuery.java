package dev.latent.inference.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which plane of the latent space to show.
 *
 * @param steps how many samples a side has
 * @param x the code's dimension that grows to the right
 * @param y the code's dimension that grows downwards
 * @param label the class, by index or by name, for models that take labels; by default the first
 */
public record LatentGridQuery(
        @Min(value = 2, message = "must be 2 to 32") @Max(value = 32, message = "must be 2 to 32") @Nullable
        Integer steps,

        @Min(value = 0, message = "must be at least 0") @Nullable
        Integer x,

        @Min(value = 0, message = "must be at least 0") @Nullable
        Integer y,

        @Nullable String label) {
    public LatentGridQuery {
        steps = steps == null ? (Integer) 15 : steps;
        x = x == null ? (Integer) 0 : x;
        y = y == null ? (Integer) 1 : y;
    }
}
