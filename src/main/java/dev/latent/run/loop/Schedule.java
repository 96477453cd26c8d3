package dev.latent.run.loop;

import dev.latent.run.RunPlan;

/**
 * How many steps a run has, and in which epoch each lies. With several batches a step, an epoch is still every sample
 * once.
 */
public record Schedule(long stepsPerEpoch, long steps) {
    public static final int MOST_PREVIEWS = 20;

    public static Schedule of(RunPlan plan, long batchesPerEpoch, int batchesPerStep) {
        long stepsPerEpoch = Math.max(1, batchesPerEpoch / batchesPerStep);
        if (plan.steps() != null) {
            return new Schedule(stepsPerEpoch, plan.steps());
        }
        int epochs = plan.epochs() == null ? 1 : plan.epochs();
        return new Schedule(stepsPerEpoch, Math.multiplyExact(stepsPerEpoch, epochs));
    }

    public int epochs() {
        return Math.toIntExact((steps + stepsPerEpoch - 1) / stepsPerEpoch);
    }

    /** The epoch, from 1, that is under way, or just done, after this many steps. */
    public int epochAfter(long done) {
        return (int) Math.max(1, (done + stepsPerEpoch - 1) / stepsPerEpoch);
    }

    /** Epochs done after this many steps, with the fraction of the current one. */
    public double epochsDone(long done) {
        return (double) done / stepsPerEpoch;
    }

    /** How much of the run is done after this many steps, from 0 to 1. */
    public double share(long done) {
        return (double) done / steps;
    }

    public boolean endsEpoch(long done) {
        return done % stepsPerEpoch == 0 || done == steps;
    }

    /** Whether to record losses after this step: at most some 2,000 times in a run. */
    public boolean logs(long done) {
        return done % Math.max(1, steps / 2000) == 0 || done == steps;
    }

    /** Whether to draw a preview after this step: at most 20 times in a run, and at its end. */
    public boolean previews(long done) {
        return done % Math.max(1, (steps + MOST_PREVIEWS - 1) / MOST_PREVIEWS) == 0 || done == steps;
    }
}
