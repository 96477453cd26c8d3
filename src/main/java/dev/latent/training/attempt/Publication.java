package dev.latent.training.attempt;

import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what a job has trained. */
@Component
class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

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

    /** Drops what a job needs no more that is published; losses and previews stay. */
    void tidy(TrainingJob job) {
        try {
            outputs.tidy(job.id());
        } catch (UncheckedIOException e) {
            LOG.warn("The checkpoints of {} can't be removed: {}", job.title(), e.toString());
        }
    }

    /** Takes the version back with the transaction. */
    static final class AttemptSuperseded extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
