package dev.latent.run;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What decides, beside data and start weights, what a training computes. Requests, jobs and runs all have it, in their
 * JSON as members of their own.
 *
 * @param hyperparameters some or all; the others have their defaults
 * @param epochs how many epochs to train, or null where {@code steps} says it
 * @param steps how many steps to train, or null where {@code epochs} says it
 * @param trainOn {@code train} or {@code train+validation}
 */
public record RunPlan(
        String family,
        JsonNode hyperparameters,
        @Nullable Integer epochs,
        @Nullable Long steps,
        int batchSize,
        long seed,
        String trainOn) {
    RunPlan withHyperparameters(JsonNode others) {
        return new RunPlan(family, others, epochs, steps, batchSize, seed, trainOn);
    }
}
