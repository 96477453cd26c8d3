package dev.latent.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code run.json}: everything that decides what a run computes.
 *
 * @param job the job's id, or null for a run by hand
 * @param attempt counts from 1; a run folder that a later attempt has locked refuses an earlier one
 * @param datasets folders of prepared datasets: one, or two (A, B) for an unpaired family
 * @param from folder of a version whose weights to start from, or null
 * @param threads threads for the engine
 */
public record RunRequest(
        @Nullable String job,
        int attempt,
        @JsonUnwrapped RunPlan plan,
        List<Path> datasets,
        @Nullable Path from,
        int threads) {
    /** A run by hand. */
    public static RunRequest byHand(RunPlan plan, List<Path> datasets, @Nullable Path from, int threads) {
        return new RunRequest(null, 1, plan, datasets, from, threads);
    }

    /** The same with other hyperparameters. */
    public RunRequest withHyperparameters(JsonNode others) {
        return new RunRequest(job, attempt, plan.withHyperparameters(others), datasets, from, threads);
    }
}
