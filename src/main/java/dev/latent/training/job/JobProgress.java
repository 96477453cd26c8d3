package dev.latent.training.job;

import java.util.Map;

/**
 * How far a job is.
 *
 * @param epoch the current one, from 1
 * @param etaSeconds until the end, as far as can be told
 * @param losses the last known, by name
 */
public record JobProgress(
        int epoch,
        int epochs,
        long step,
        long steps,
        double samplesPerSecond,
        double etaSeconds,
        Map<String, Double> losses) {
    /** The same run, back at a step that it had left a checkpoint at. */
    public JobProgress backAt(long earlier) {
        long epochNow = steps == 0 ? 1 : (earlier * epochs + steps - 1) / steps;
        return new JobProgress(
                (int) Math.max(1, epochNow), epochs, earlier, steps, samplesPerSecond, etaSeconds, losses);
    }

    double fraction() {
        return steps == 0 ? 0 : Math.min(1, (double) step / steps);
    }
}
