package dev.latent.training.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.family.Augmentation;
import dev.latent.training.request.JobRequests;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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

        @Schema(
                minimum = "1",
                description = "Not beside steps; where both are missing, the family's epochs, or its updates if those"
                        + " are more")
        @Nullable
        Integer epochs,

        @Schema(minimum = "1") @Nullable Long steps,

        @Schema(
                exclusiveMinimumValue = 0,
                maximum = "100000",
                description = "The most that it trains; how far it comes in that time is never the same")
        @Nullable
        Double minutes,

        @Schema(
                minimum = "0",
                maximum = "10000",
                description = "Ends the training where the validation measure was no better for so many measurements,"
                        + " of which there are some thirty in its length, and publishes the best weights; 0 does not."
                        + " By default 10 for fewer than 5,000 pictures, where neither epochs nor steps are given,"
                        + " else 0")
        @Nullable
        Integer patience,

        @Schema(
                description = "The ways in which pictures are varied while they are learned from; by default those that"
                        + " suit the family for fewer than 5,000 pictures, where neither epochs nor steps are given")
        @Nullable
        List<Augmentation> augmentation,

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
