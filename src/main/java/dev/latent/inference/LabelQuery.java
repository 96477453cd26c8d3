package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels of samples whose body brings none, as a picture can't.
 *
 * @param label the classes, repeated until every sample has one
 */
record LabelQuery(
        @Parameter(
                description = "classes by index, repeated in turn over the samples of the body; for conditional models,"
                        + " where the body has no labels")
        @Nullable
        List<Integer> label) {
    static final LabelQuery NONE = new LabelQuery(null);

    LabelQuery {
        label = label == null ? List.of() : List.copyOf(label);
    }
}
