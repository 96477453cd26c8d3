package dev.latent.training;

import dev.latent.family.HyperparameterSchema;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A family as clients see it.
 *
 * @param minimises the objective as a formula
 * @param operations what its models can do
 * @param hyperparameters a JSON Schema
 */
record FamilyView(
        String id,
        String title,
        String minimises,
        String paper,
        List<Operation> operations,
        JsonNode hyperparameters,
        ModelFamily.TrainingDefaults defaults) {
    static FamilyView of(ModelFamily<?> family) {
        return new FamilyView(
                family.id(),
                family.title(),
                family.minimises(),
                family.paper(),
                family.operations().stream().sorted().toList(),
                HyperparameterSchema.of(family),
                family.trainingDefaults());
    }
}
