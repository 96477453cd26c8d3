package dev.latent.training;

import java.util.Set;

/** Where a training job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean canTransitionTo(JobStatus next) {
        return switch (this) {
            case QUEUED -> Set.of(RUNNING, CANCELLED).contains(next);
            case RUNNING -> next != RUNNING;
            case FAILED, CANCELLED -> next == QUEUED;
            case SUCCEEDED -> false;
        };
    }

    /** Whether a client may put it into the queue again. */
    public boolean isResumable() {
        return isFinished() && canTransitionTo(QUEUED);
    }

    /** Whether nothing more happens unless a client wants it. */
    public boolean isFinished() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
