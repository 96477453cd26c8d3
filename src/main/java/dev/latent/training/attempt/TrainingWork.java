package dev.latent.training.attempt;

import dev.latent.child.ChildEnd;
import dev.latent.child.ServiceEnd;
import dev.latent.problem.ClientText;
import dev.latent.task.TaskWork.Next;
import dev.latent.training.job.JobError;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.job.TrainingSettings;
import dev.latent.training.request.DataChanged;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Works on one job: attempt after attempt, each from the last checkpoint on. */
@Service
class TrainingWork {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingWork.class);

    private final JobLifecycle lifecycle;
    private final RunPreparation preparation;
    private final TrainingProcess process;
    private final RunRecorders recorders;
    private final Publication publication;
    private final StoragePatience patience;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;

    TrainingWork(
            JobLifecycle lifecycle,
            RunPreparation preparation,
            TrainingProcess process,
            RunRecorders recorders,
            Publication publication,
            StoragePatience patience,
            TrainingSettings settings,
            ServiceEnd serviceEnd) {
        this.lifecycle = lifecycle;
        this.preparation = preparation;
        this.process = process;
        this.recorders = recorders;
        this.publication = publication;
        this.patience = patience;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
    }

    /** @param id of the job whose turn has come */
    Next attempt(String id) {
        return lifecycle.claim(id).map(this::attempt).orElse(Next.NOTHING);
    }

    private Next attempt(TrainingJob attempt) {
        Next next = once(attempt);
        return next == Next.ANOTHER_ATTEMPT && !waited(attempt) ? Next.ANOTHER_TURN : next;
    }

    private Next once(TrainingJob attempt) {
        try {
            return conclude(attempt, train(attempt));
        } finally {
            preparation.discard(attempt, lifecycle.mayGoOn(attempt));
            lifecycle.ended(attempt);
        }
    }

    private AttemptEnd train(TrainingJob attempt) {
        try (PreparedRun run = patience.until(attempt, () -> preparation.prepare(attempt));
                RunRecorder recorder = recorders.recorder(attempt, run.folder())) {
            ChildEnd end = process.train(run.folder(), () -> lifecycle.isCurrent(attempt), recorder);
            return judge(end, recorder);
        } catch (DataChanged e) {
            return new AttemptEnd.Failed(new JobError(JobError.DATASET_CHANGED, ClientText.of(e)), false);
        } catch (InterruptedException e) {
            return new AttemptEnd.Stopped();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be started", attempt.title(), e);
            String detail = "The run could not be started: " + ClientText.of(e);
            return new AttemptEnd.Failed(new JobError(JobError.UNPREPARED, detail), true);
        }
    }

    private static AttemptEnd judge(ChildEnd end, RunRecorder recorder) {
        return switch (end.how()) {
            case DONE -> new AttemptEnd.Trained();
            case STOPPED -> new AttemptEnd.Stopped();
            case UNWANTED -> new AttemptEnd.Unwanted();
            case REFUSED, BROKE ->
                recorder.failed()
                        .map(told -> new AttemptEnd.Failed(new JobError(told.code(), told.detail()), told.retry()))
                        .orElseGet(() -> new AttemptEnd.Failed(JobError.of(end), mayPass(end)));
        };
    }

    /** A run takes the memory that it took before. */
    private static boolean mayPass(ChildEnd end) {
        return !end.code().equals(ChildEnd.Code.MEMORY);
    }

    private Next conclude(TrainingJob attempt, AttemptEnd end) {
        if (end instanceof AttemptEnd.Stopped) {
            lifecycle.handBack(attempt);
            return Next.ANOTHER_TURN;
        }
        if (end instanceof AttemptEnd.Trained) {
            return publish(attempt);
        } else if (end instanceof AttemptEnd.Failed failed && lifecycle.fail(attempt, failed.error(), failed.retry())) {
            tellOfAnother(attempt, failed.error());
            return Next.ANOTHER_ATTEMPT;
        }
        return Next.NOTHING;
    }

    private static void tellOfAnother(TrainingJob attempt, JobError error) {
        LOG.warn(
                "Attempt {} at training job {} ended badly, another one follows: {} ({})",
                attempt.attempt(),
                attempt.id(),
                error.detail(),
                error.code());
    }

    /** What broke it, such as a full disk, may pass, but not at once. @return false if the service goes down meanwhile */
    private boolean waited(TrainingJob attempt) {
        try {
            if (!serviceEnd.comesWithin(settings.waitAfter(attempt.failures()))) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lifecycle.handBack(attempt);
        return false;
    }

    private Next publish(TrainingJob attempt) {
        try {
            patience.until(attempt, () -> {
                publication.keepRecord(attempt);
                return publication.publish(attempt);
            });
        } catch (InterruptedException e) {
            lifecycle.handBack(attempt);
            return Next.ANOTHER_TURN;
        } catch (Publication.AttemptSuperseded e) {
            LOG.info("Training job {} is not published: it was cancelled or taken over", attempt.id());
        } catch (DataChanged | IOException | RuntimeException e) {
            LOG.error("The model of {} could not be published", attempt.title(), e);
            String detail = "The trained model could not be published: " + ClientText.of(e);
            lifecycle.fail(attempt, new JobError(JobError.UNPUBLISHED, detail), false);
        }
        return Next.NOTHING;
    }
}
