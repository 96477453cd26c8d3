package dev.latent.inference.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which samples to generate.
 *
 * @param count how many; as JSON and PNG at most 1024, as CSV, NPY and lines of JSON any number
 * @param label classes by index or by name, repeated in turn until there are {@code count}; all of them in turn by default; for
 *     models that take labels
 */
public record SampleQuery(
        @Min(value = 1, message = "must be at least 1")
        @Max(value = 1_000_000_000_000L, message = "must be at most 1000000000000")
        @Nullable
        Long count,

        @Nullable List<String> label) {
    private static final long USUAL = 16;

    public SampleQuery {
        count = count == null ? (Long) USUAL : count;
        label = label == null ? List.of() : List.copyOf(label);
    }
}
