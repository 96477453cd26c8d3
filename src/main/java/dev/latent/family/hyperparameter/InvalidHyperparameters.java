package dev.latent.family.hyperparameter;

import dev.latent.family.ModelFamily;
import java.util.List;
import java.util.stream.Collectors;

/** Hyperparameters that can't be: all that is wrong with them. */
public final class InvalidHyperparameters extends IllegalArgumentException {
    private final transient List<ModelFamily.Violation> violations;

    public InvalidHyperparameters(List<ModelFamily.Violation> violations) {
        super(violations.stream().map(ModelFamily.Violation::detail).collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<ModelFamily.Violation> violations() {
        return violations;
    }
}
