package dev.latent.training;

/** How an attempt ended. */
sealed interface Ending {
    /** The trained model is there. */
    record Finished() implements Ending {}

    /** The service goes down; a checkpoint is there. */
    record Stopped() implements Ending {}

    /** The job was cancelled or deleted, or another attempt works on it. */
    record Superseded() implements Ending {}

    /** @param retry whether another attempt may help */
    record Failed(JobError error, boolean retry) implements Ending {}
}
