package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which samples to generate.
 *
 * @param label the classes, repeated until there are {@code count}; all of them in turn by default
 */
record SampleQuery(
        @Parameter(description = "how many")
        @Min(value = 1, message = "must be 1 to 1024")
        @Max(value = 1024, message = "must be 1 to 1024")
        @Nullable
        Integer count,

        @Parameter(description = "classes by index, repeated in turn; all by default") @Nullable
        List<Integer> label) {
    private static final int USUAL = 16;

    SampleQuery {
        count = count == null ? (Integer) USUAL : count;
        label = label == null ? List.of() : List.copyOf(label);
    }
}
