package dev.latent.training.job;

import dev.latent.run.StopReason;
import dev.latent.training.JobStatus;
import dev.latent.training.request.TrainingPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training job as it stands in the database.
 *
 * @param number orders the jobs by their creation
 * @param attempt how many child processes were started for it
 * @param failures how many of them ended badly since a client last put it into the queue
 * @param remarks what its runs said
 * @param error only of a failed job
 * @param modelVersion only of a succeeded one
 */
public record TrainingJob(
        long number,
        String id,
        TrainingPlan plan,
        JobStatus status,
        int attempt,
        int failures,
        Times times,
        Steps steps,
        @Nullable JobProgress progress,
        Remarks remarks,
        @Nullable JobError error,
        @Nullable Integer modelVersion) {
    /** @param queued when a client last put it into the queue: its place there */
    record Times(
            Instant created,
            Instant queued,
            @Nullable Instant started,
            @Nullable Instant finished) {}

    /**
     * Where its attempts start.
     *
     * @param start the step at which the newest attempt starts, or the one that waits
     * @param checkpoint the step of the newest checkpoint, or null
     */
    record Steps(long start, @Nullable Long checkpoint) {
        static final Steps NONE = new Steps(0, null);

        /** Where an attempt that comes now starts. */
        long next() {
            return checkpoint == null ? 0 : checkpoint;
        }
    }

    /**
     * What is to be known of a training.
     *
     * @param notes sentences
     * @param stop why it ended; null while it may go on by itself
     * @param verdict that its version does no better than what takes no training; null where it does, or is not measured
     */
    record Remarks(
            List<String> notes,
            @Nullable StopReason stop,
            @Nullable String verdict) {
        static final Remarks NONE = new Remarks(List.of(), null, null);
    }

    /** How it is named in messages. */
    public String title() {
        return "training job " + id + " (" + status + ")";
    }
}
