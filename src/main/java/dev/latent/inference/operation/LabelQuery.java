package dev.latent.inference.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels of samples whose body brings none, as a picture can't.
 *
 * @param label classes by index or by name, repeated in turn until every sample of the body has one; for models that take
 *     labels
 */
public record LabelQuery(@Nullable List<String> label) {
    public static final LabelQuery NONE = new LabelQuery(null);

    public LabelQuery {
        label = label == null ? List.of() : List.copyOf(label);
    }
}
