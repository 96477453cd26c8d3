package dev.latent.training;

import java.util.Map;

/**
 * How far a job is.
 *
 * @param epoch the current one, from 1
 * @param etaSeconds until the end, as far as can be told
 * @param losses the last known, by name
 */
record JobProgress(
        int epoch,
        int epochs,
        long step,
        long steps,
        double samplesPerSecond,
        double etaSeconds,
        Map<String, Double> losses) {
    double fraction() {
        return steps == 0 ? 0 : Math.min(1, (double) step / steps);
    }
}
