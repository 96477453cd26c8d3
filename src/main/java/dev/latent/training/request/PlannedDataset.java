package dev.latent.training.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.latent.dataset.DatasetDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to learn from.
 *
 * @param digest of its content when the job was made; null in jobs of a version that did not keep it
 */
public record PlannedDataset(String name, @Nullable String digest) {
    static PlannedDataset of(DatasetDescription dataset) {
        return new PlannedDataset(dataset.name(), dataset.digest());
    }

    /** Whether a dataset is the one that was meant, as far as can be told. */
    public boolean is(DatasetDescription dataset) {
        return name.equals(dataset.name()) && (digest == null || digest.equals(dataset.digest()));
    }

    /** As jobs were kept that knew names alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PlannedDataset named(String name) {
        return new PlannedDataset(name, null);
    }
}
