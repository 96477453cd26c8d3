package dev.latent.training.attempt;

import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what a job has trained. */
@Component
class Publication {
    private final ModelRegistry registry;
    private final JobLifecycle lifecycle;
    private final RunFolders folders;
    private final RunOutputs outputs;

    Publication(ModelRegistry registry, JobLifecycle lifecycle, RunFolders folders, RunOutputs outputs) {
        this.registry = registry;
        this.lifecycle = lifecycle;
        this.folders = folders;
        this.outputs = outputs;
    }

    /**
     * The version and the job's success, both or neither.
     *
     * @throws AttemptSuperseded if the job was cancelled or taken over meanwhile; then nothing is published
     */
    @Transactional
    public void publish(TrainingJob attempt) {
        ModelVersion version =
                registry.publish(attempt.plan().model(), folders.of(attempt).version(), attempt.id());
        if (!lifecycle.succeed(attempt, version.version())) {
            throw new AttemptSuperseded();
        }
    }

    /** Drops what a job needs no more that is published; losses and previews stay. */
    void tidy(TrainingJob job) {
        outputs.tidy(job.id());
    }

    /** Takes the version back with the transaction. */
    static final class AttemptSuperseded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
