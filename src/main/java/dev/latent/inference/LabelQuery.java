package dev.latent.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels of samples whose body brings none, as a picture can't.
 *
 * @param label classes by index, repeated in turn until every sample of the body has one; for models that take labels
 */
record LabelQuery(@Nullable List<Integer> label) {
    static final LabelQuery NONE = new LabelQuery(null);

    LabelQuery {
        label = label == null ? List.of() : List.copyOf(label);
    }
}
