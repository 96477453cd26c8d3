package dev.latent.inference;

import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.SampleShape;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Versions that no registry holds. */
public final class TestVersions {
    private TestVersions() {}

    public static ModelVersion version(String model, int number) {
        ModelDescription description = new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                "vae",
                Set.of(Operation.GENERATE),
                JsonNodeFactory.instance.objectNode(),
                new SampleShape.Image(1, 2, 2),
                null,
                null,
                List.of(),
                1,
                null,
                1,
                "test",
                Instant.EPOCH);
        return new ModelVersion(model, number, null, description, List.of());
    }
}
