package dev.latent.training;

import dev.latent.problem.ClientText;
import dev.latent.problem.Problem;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Works on one job until it is finished: attempt after attempt, each from the last checkpoint on. */
@Service
class TrainingRuns {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRuns.class);

    private final JobLifecycle lifecycle;
    private final TrainingAttempts attempts;
    private final Publication publication;
    private final RunFolders folders;
    private final RunOutputs outputs;
    private final TrainingSettings settings;

    TrainingRuns(
            JobLifecycle lifecycle,
            TrainingAttempts attempts,
            Publication publication,
            RunFolders folders,
            RunOutputs outputs,
            TrainingSettings settings) {
        this.lifecycle = lifecycle;
        this.attempts = attempts;
        this.publication = publication;
        this.folders = folders;
        this.outputs = outputs;
        this.settings = settings;
    }

    /** What becomes of the job's task. */
    enum End {
        FINISHED,
        HANDED_BACK
    }

    End run(String id) {
        while (true) {
            Optional<TrainingJob> attempt = lifecycle.claim(id);
            if (attempt.isEmpty()) {
                return End.FINISHED;
            }
            Optional<End> end = run(attempt.get());
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** @return empty if another attempt is to follow */
    private Optional<End> run(TrainingJob attempt) {
        try {
            Ending ending = attempts.run(attempt);
            lifecycle.ended(attempt);
            if (ending instanceof Ending.Stopped) {
                lifecycle.handBack(attempt);
                return Optional.of(End.HANDED_BACK);
            }
            return conclude(attempt, ending) ? Optional.empty() : Optional.of(End.FINISHED);
        } finally {
            folders.delete(attempt);
        }
    }

    /** @return whether another attempt is to follow */
    private boolean conclude(TrainingJob attempt, Ending ending) {
        if (ending instanceof Ending.Finished) {
            publish(attempt);
        } else if (ending instanceof Ending.Failed failed) {
            if (failed.retry() && attempt.failures() + 1 < settings.attempts()) {
                LOG.warn(
                        "Attempt {} at training job {} ended badly, another one follows: {} ({})",
                        attempt.attempt(),
                        attempt.id(),
                        failed.error().detail(),
                        failed.error().code());
                return lifecycle.countFailure(attempt);
            }
            lifecycle.fail(attempt, failed.error());
        }
        if (!lifecycle.exists(attempt.id())) {
            outputs.delete(attempt.id());
        }
        return false;
    }

    private void publish(TrainingJob attempt) {
        try {
            publication.publish(attempt);
            outputs.tidy(attempt.id());
        } catch (Publication.AttemptSuperseded e) {
            LOG.info("Training job {} is not published: it was cancelled or taken over", attempt.id());
        } catch (Problem problem) {
            lifecycle.fail(attempt, unpublished(ClientText.of(problem)));
        } catch (RuntimeException e) {
            LOG.error("The model of {} could not be published", attempt.title(), e);
            lifecycle.fail(attempt, unpublished(ClientText.of(e)));
        }
    }

    private static JobError unpublished(String detail) {
        return new JobError(JobError.UNPUBLISHED, "The trained model could not be published: " + detail);
    }
}
