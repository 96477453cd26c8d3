package dev.latent.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code run.json}: everything that decides what a run computes.
 *
 * @param job the job's id, or null for a run by hand
 * @param attempt counts from 1; a run folder that a later attempt has locked refuses an earlier one
 * @param hyperparameters some or all; the others have their defaults
 * @param datasets folders of prepared datasets: one, or two (A, B) for an unpaired family
 * @param epochs how many epochs to train, or null where {@code steps} says it
 * @param steps how many steps to train, or null where {@code epochs} says it
 * @param trainOn {@code train} or {@code train+validation}
 * @param from folder of a version whose weights to start from, or null
 * @param threads threads for the engine
 */
public record RunRequest(
        @Nullable String job,
        int attempt,
        String family,
        JsonNode hyperparameters,
        List<Path> datasets,
        @Nullable Integer epochs,
        @Nullable Long steps,
        int batchSize,
        long seed,
        String trainOn,
        @Nullable Path from,
        int threads) {
    /** The same for so many epochs. */
    RunRequest ofEpochs(int others) {
        return new RunRequest(
                job, attempt, family, hyperparameters, datasets, others, null, batchSize, seed, trainOn, from, threads);
    }

    /** The same with other hyperparameters. */
    public RunRequest withHyperparameters(JsonNode others) {
        return new RunRequest(
                job, attempt, family, others, datasets, epochs, steps, batchSize, seed, trainOn, from, threads);
    }
}
