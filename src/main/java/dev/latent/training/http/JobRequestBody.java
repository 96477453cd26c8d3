package dev.latent.training.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.training.request.JobRequests;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a training job, for the OpenAPI document; {@link JobRequests} reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TrainingJobRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record JobRequestBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "See /v1/families", example = "vae")
        String family,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The name that the trained model gets",
                pattern = "^[a-z0-9][a-z0-9._-]{0,62}$")
        String model,

        @Schema(description = "See /v1/datasets; for families that learn from one dataset", example = "digits")
        @Nullable
        String dataset,

        @Schema(description = "For families that learn between two datasets") @Nullable
        String datasetA,

        @Schema(description = "For families that learn between two datasets") @Nullable
        String datasetB,

        @Schema(minimum = "1", description = "Not beside steps; the family's default where both are missing") @Nullable
        Integer epochs,

        @Schema(minimum = "1") @Nullable Long steps,
        @Schema(minimum = "1") @Nullable Integer batchSize,

        @Schema(minimum = "0", description = "Drawn where it is missing") @Nullable
        Long seed,

        @Schema(
                allowableValues = {"train", "train+validation"},
                defaultValue = "train+validation")
        @Nullable
        String trainOn,

        @Schema(description = "By the schema of the family, see /v1/families/{id}") @Nullable
        Map<String, Object> hyperparameters,

        @Schema(description = "The version whose weights to start from") @Nullable
        From from) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrainingJobStart")
    record From(
            String model,

            @Schema(description = "A number, latest or an alias", defaultValue = "latest") @Nullable
            String version) {}
}
