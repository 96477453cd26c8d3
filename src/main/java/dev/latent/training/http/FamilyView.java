package dev.latent.training.http;

import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.hyperparameter.HyperparameterSchema;
import dev.latent.training.request.FamilyDefaults;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A family as clients see it.
 *
 * @param minimises the objective as a formula
 * @param operations what its models can do
 * @param hyperparameters a JSON Schema
 */
@Schema(name = "Family")
record FamilyView(
        String id,
        String title,
        String minimises,
        String paper,
        List<Operation> operations,

        @Schema(implementation = Object.class, types = "object")
        JsonNode hyperparameters,

        TrainingDefaults defaults) {
    /** With the paper's defaults. */
    static FamilyView of(ModelFamily<?> family) {
        return of(family, HyperparameterSchema.of(family), family.profile().trainingDefaults());
    }

    /** With what a training job gets that asks for nothing but the data. */
    static FamilyView of(ModelFamily<?> family, FamilyDefaults.Planned planned) {
        return of(family, HyperparameterSchema.of(family, planned.plan().run().hyperparameters()), planned.length());
    }

    private static FamilyView of(ModelFamily<?> family, JsonNode hyperparameters, TrainingDefaults defaults) {
        FamilyProfile profile = family.profile();
        return new FamilyView(
                profile.id(),
                profile.title(),
                profile.minimises(),
                profile.paper(),
                profile.operations().stream().sorted().toList(),
                hyperparameters,
                defaults);
    }
}
