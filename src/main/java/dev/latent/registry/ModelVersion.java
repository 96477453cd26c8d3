package dev.latent.registry;

import dev.latent.family.folder.ModelDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained model that never changes.
 *
 * @param version counts from 1; never given twice for one model name
 * @param job the training job that published it, or null if it was imported or shipped
 * @param artifacts by name
 */
public record ModelVersion(
        String model, int version, @Nullable String job, ModelDescription description, List<Artifact> artifacts) {
    /** A digest of all artefacts: equal for equal files, whatever model and number they are published as. */
    public String digest() {
        return Artifact.digest(artifacts);
    }

    public long bytes() {
        return artifacts.stream().mapToLong(Artifact::bytes).sum();
    }

    /** Its name in messages. */
    public String title() {
        return "version " + version + " of model '" + model + "'";
    }
}
