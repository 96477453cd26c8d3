package dev.latent.training.attempt;

import dev.latent.cluster.AfterCommit;
import dev.latent.training.JobStatus;
import dev.latent.training.JobStatusChanged;
import dev.latent.training.job.JobDeleted;
import org.springframework.stereotype.Component;

/** Removes what runs left once nobody needs it: all of a deleted job's, and what a succeeded one went on with. */
@Component
class Leftovers {
    private final RunOutputs outputs;

    Leftovers(RunOutputs outputs) {
        this.outputs = outputs;
    }

    @AfterCommit
    public void deleted(JobDeleted job) {
        outputs.delete(job.id());
    }

    @AfterCommit
    public void succeeded(JobStatusChanged change) {
        if (change.status() == JobStatus.SUCCEEDED) {
            outputs.tidy(change.job());
        }
    }
}
