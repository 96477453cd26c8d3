package dev.latent.registry.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.registry.Artifact;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.SampleShape;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version as clients see it.
 *
 * @param dataset what it was trained on; an unpaired family has {@code datasetA} and {@code datasetB} instead
 */
@Schema(name = "Version")
record VersionView(
        String model,
        int version,
        String family,
        List<Operation> operations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DatasetReference dataset,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DatasetReference datasetA,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DatasetReference datasetB,
        SampleShape shape,
        @Nullable List<String> classes,
        @Schema(ref = "Hyperparameters") JsonNode hyperparameters,
        long seed,
        double epochs,
        @Nullable String job,
        Instant createdAt,
        int formatVersion,
        String codeVersion,
        List<Artifact> artifacts) {
    static VersionView of(ModelVersion version) {
        ModelDescription description = version.description();
        List<DatasetReference> datasets = description.datasets();
        boolean unpaired = datasets.size() > 1;
        return new VersionView(
                version.model(),
                version.version(),
                description.family(),
                description.operations().stream().sorted().toList(),
                unpaired || datasets.isEmpty() ? null : datasets.get(0),
                unpaired ? datasets.get(0) : null,
                unpaired ? datasets.get(1) : null,
                description.shape(),
                description.classes(),
                description.hyperparameters(),
                description.seed(),
                description.epochs(),
                version.job(),
                description.createdAt(),
                description.formatVersion(),
                description.codeVersion(),
                version.artifacts());
    }
}
