package dev.latent.inference.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which samples to generate.
 *
 * @param count how many
 * @param label classes by index, repeated in turn until there are {@code count}; all of them in turn by default; for models that
 *     take labels
 */
public record SampleQuery(
        @Min(value = 1, message = "must be 1 to 1024") @Max(value = 1024, message = "must be 1 to 1024") @Nullable
        Integer count,

        @Nullable List<Integer> label) {
    private static final int USUAL = 16;

    public SampleQuery {
        count = count == null ? (Integer) USUAL : count;
        label = label == null ? List.of() : List.copyOf(label);
    }
}
