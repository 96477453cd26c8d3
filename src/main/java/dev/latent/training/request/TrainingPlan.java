package dev.latent.training.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a job is to train: the client's wishes, checked, with everything else at its default.
 *
 * @param datasets one, or two (A, B) for an unpaired family
 * @param from the version whose weights to start from, or null
 * @param epochs null where {@code steps} is given
 * @param hyperparameters all of them
 */
public record TrainingPlan(
        String family,
        String model,
        List<PlannedDataset> datasets,
        @Nullable Start from,
        String trainOn,
        @Nullable Integer epochs,
        @Nullable Long steps,
        int batchSize,
        long seed,
        JsonNode hyperparameters) {
    public List<String> datasetNames() {
        return datasets.stream().map(PlannedDataset::name).toList();
    }

    /** A version whose weights a job starts from. */
    public record Start(String model, int version) {}
}
