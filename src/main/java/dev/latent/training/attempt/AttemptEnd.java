package dev.latent.training.attempt;

import dev.latent.training.job.JobError;

/** How an attempt ended. */
sealed interface AttemptEnd {
    /** The trained model is there. */
    record Trained() implements AttemptEnd {}

    /** The service goes down; a checkpoint is there, if there was time for one. */
    record Stopped() implements AttemptEnd {}

    /** The job was cancelled or deleted, or another attempt works on it. */
    record Unwanted() implements AttemptEnd {}

    /** @param retry whether another attempt may help */
    record Failed(JobError error, boolean retry) implements AttemptEnd {}
}
