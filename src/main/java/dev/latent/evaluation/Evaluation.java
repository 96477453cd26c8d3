package dev.latent.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A version that is to be measured, or could not be.
 *
 * @param request counts how often it was asked for: whoever measures for an older request writes nothing
 * @param samples asked for, or null for what a card takes by itself
 * @param failures processes that died while measuring
 * @param detail why it failed
 */
record Evaluation(
        String model,
        int version,
        long request,
        @Nullable Integer samples,
        EvaluationStatus status,
        int failures,
        @Nullable String detail) {
    String title() {
        return "version " + version + " of model '" + model + "'";
    }
}
