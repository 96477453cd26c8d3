package dev.latent.training.attempt;

import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what a job has trained. */
@Component
class Publication {
    private final ModelRegistry registry;
    private final JobLifecycle lifecycle;
    private final RunFolders folders;

    Publication(ModelRegistry registry, JobLifecycle lifecycle, RunFolders folders) {
        this.registry = registry;
        this.lifecycle = lifecycle;
        this.folders = folders;
    }

    /** What a job's losses and previews are, for good. */
    void keepRecord(TrainingJob attempt) throws IOException {
        folders.keepRecord(attempt);
    }

    /**
     * The version and the job's success, both or neither.
     *
     * @throws AttemptSuperseded if the job was cancelled or taken over meanwhile; then nothing is published
     */
    @Transactional
    public ModelVersion publish(TrainingJob attempt) {
        ModelVersion version =
                registry.publish(attempt.plan().model(), folders.of(attempt).version(), attempt.id());
        if (!lifecycle.succeed(attempt, version.version())) {
            throw new AttemptSuperseded();
        }
        return version;
    }

    /** Takes the version back with the transaction. */
    static final class AttemptSuperseded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
