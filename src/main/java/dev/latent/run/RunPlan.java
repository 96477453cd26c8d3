package dev.latent.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.latent.family.Augmentation;
import java.util.List;
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
 * @param minutes the most that it trains, or null; how far it comes in that time is never the same
 * @param patience it ends where the validation measure was no better for so many measurements, and the best weights are
 *     published; null or 0 where it does not
 * @param augmentation the ways in which samples are varied; null where the data decide
 */
public record RunPlan(
        String family,
        JsonNode hyperparameters,
        @Nullable Integer epochs,
        @Nullable Long steps,
        int batchSize,
        long seed,
        String trainOn,
        @JsonInclude(Include.NON_NULL) @Nullable Double minutes,
        @JsonInclude(Include.NON_NULL) @Nullable Integer patience,
        @JsonInclude(Include.NON_NULL) @Nullable List<Augmentation> augmentation) {
    @JsonCreator
    public RunPlan {}

    /** To the end of its length, without a change to its samples. */
    public RunPlan(
            String family,
            JsonNode hyperparameters,
            @Nullable Integer epochs,
            @Nullable Long steps,
            int batchSize,
            long seed,
            String trainOn) {
        this(family, hyperparameters, epochs, steps, batchSize, seed, trainOn, null, null, null);
    }

    RunPlan withHyperparameters(JsonNode others) {
        return new RunPlan(family, others, epochs, steps, batchSize, seed, trainOn, minutes, patience, augmentation);
    }
}
