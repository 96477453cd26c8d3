package dev.latent.training.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.run.RunPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to train: the client's wishes, checked, with everything else at its default.
 *
 * @param run with all hyperparameters
 * @param datasets one, or two (A, B) for an unpaired family
 * @param from the version whose weights to start from, or null
 */
public record TrainingPlan(
        @JsonUnwrapped RunPlan run,
        String model,
        List<PlannedDataset> datasets,
        @Nullable Start from) {
    public String family() {
        return run.family();
    }

    public List<String> datasetNames() {
        return datasets.stream().map(PlannedDataset::name).toList();
    }

    /** A version whose weights a job starts from. */
    public record Start(String model, int version) {}
}
