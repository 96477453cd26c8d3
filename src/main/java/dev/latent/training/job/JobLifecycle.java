package dev.latent.training.job;

import dev.latent.problem.Problem;
import dev.latent.registry.VersionJudged;
import dev.latent.run.StopReason;
import dev.latent.training.JobStatus;
import dev.latent.training.JobStatusChanged;
import dev.latent.training.request.TrainingPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one writer of jobs. Each change locks the job's row and asks the status whether it may come; what a worker
 * changes is ignored once another attempt, or nobody, is to work on the job.
 */
@Service
public class JobLifecycle {
    private final JobRows rows;
    private final JobEvents events;
    private final ApplicationEventPublisher publisher;
    private final TrainingSettings settings;
    private final Clock clock;

    JobLifecycle(
            JobRows rows,
            JobEvents events,
            ApplicationEventPublisher publisher,
            TrainingSettings settings,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new job in the queue. */
    @Transactional
    public TrainingJob create(TrainingPlan plan, Instant queued) {
        String id = UUID.randomUUID().toString();
        TrainingJob.Times times = new TrainingJob.Times(clock.instant(), queued, null, null);
        rows.insert(new TrainingJob(
                0,
                id,
                plan,
                JobStatus.QUEUED,
                0,
                0,
                times,
                TrainingJob.Steps.NONE,
                null,
                TrainingJob.Remarks.NONE,
                null,
                null));
        TrainingJob job = locked(id);
        announce(job, JobStatus.QUEUED);
        return job;
    }

    /** Puts a failed or cancelled job into the queue again, to go on from its newest checkpoint. @throws Problem 404, or 409 in another status */
    @Transactional
    public TrainingJob resume(String id, Instant queued) {
        TrainingJob job = locked(id);
        if (!job.status().isResumable()) {
            throw Problem.conflict("A job that is FAILED or CANCELLED can be resumed; this one is " + job.status());
        }
        long step = job.steps().next();
        rows.requeued(id, queued, step);
        rows.stopped(id, null);
        rows.progress(
                id, step == 0 || job.progress() == null ? null : job.progress().backAt(step));
        return change(job, JobStatus.QUEUED, null);
    }

    /** @throws Problem 404, or 409 if it is finished */
    @Transactional
    public TrainingJob cancel(String id) {
        TrainingJob job = locked(id);
        if (!job.status().canTransitionTo(JobStatus.CANCELLED)) {
            throw Problem.conflict("A job that is QUEUED or RUNNING can be cancelled; this one is " + job.status());
        }
        JobProgress progress = job.progress();
        String at = progress == null ? "" : ", at step " + progress.step() + " of " + progress.steps();
        rows.stopped(id, new StopReason(StopReason.CANCELLED, "It was cancelled" + at));
        return change(job, JobStatus.CANCELLED, null);
    }

    /** @throws Problem 404, or 409 if it waits or runs */
    @Transactional
    public void delete(String id) {
        TrainingJob job = locked(id);
        if (!job.status().isFinished()) {
            throw Problem.conflict("A finished job can be deleted; this one is " + job.status() + ": cancel it first");
        }
        rows.delete(id);
        publisher.publishEvent(new JobDeleted(id));
    }

    /** A worker takes the job, for its next attempt; empty if there is nothing to do any more. */
    @Transactional
    public Optional<TrainingJob> claim(String id) {
        Optional<TrainingJob> found = rows.lock(id).filter(job -> !job.status().isFinished());
        found.ifPresent(job -> {
            rows.attempt(id, job.attempt() + 1, job.steps().next(), clock.instant());
            if (job.status() != JobStatus.RUNNING) {
                change(job, JobStatus.RUNNING, null);
            }
        });
        return found.flatMap(job -> rows.find(id));
    }

    /** @return whether this attempt still counted */
    @Transactional
    public boolean succeed(TrainingJob attempt, int modelVersion) {
        return ifCurrent(attempt, job -> {
            rows.modelVersion(job.id(), modelVersion);
            change(job, JobStatus.SUCCEEDED, null);
        });
    }

    /** The attempt ended badly. @param retry whether another one may help @return whether another one is to follow */
    @Transactional
    public boolean fail(TrainingJob attempt, JobError error, boolean retry) {
        boolean again = retry && attempt.failures() + 1 < settings.attempts();
        return ifCurrent(attempt, job -> {
                    if (again) {
                        rows.failures(job.id(), job.failures() + 1);
                    } else {
                        change(job, JobStatus.FAILED, error);
                    }
                })
                && again;
    }

    /** The service goes down: the job waits, at its old place, for the next start. */
    @Transactional
    public boolean handBack(TrainingJob attempt) {
        return ifCurrent(attempt, job -> change(job, JobStatus.QUEUED, null));
    }

    /** @param event what to tell those who listen, or null for nothing */
    @Transactional
    public boolean progress(TrainingJob attempt, JobProgress progress, JobEvent.@Nullable Name event) {
        return ifCurrent(attempt, job -> {
            rows.progress(job.id(), progress);
            if (event != null) {
                events.append(job.id(), event, JobView.Progress.event(progress));
            }
        });
    }

    /** The attempt starts at this step. @param notes what is to be known of the training */
    @Transactional
    public void started(TrainingJob attempt, long step, List<String> notes) {
        rows.started(attempt.id(), attempt.attempt(), step);
        rows.notes(attempt.id(), attempt.attempt(), notes);
    }

    /** The training has come to its end; what it made is about to be published. */
    @Transactional
    public void stopped(TrainingJob attempt, StopReason why) {
        ifCurrent(attempt, job -> rows.stopped(job.id(), why));
    }

    /** The attempt has left a checkpoint, if only when its job was cancelled. */
    @Transactional
    public void checkpointed(TrainingJob attempt, long step) {
        rows.checkpoint(attempt.id(), attempt.attempt(), step);
    }

    /** The attempt's process is no more. If its job was deleted meanwhile, it may have left something behind. */
    @Transactional
    public void ended(TrainingJob attempt) {
        rows.ended(attempt.id(), attempt.attempt());
        if (rows.find(attempt.id()).isEmpty()) {
            publisher.publishEvent(new JobDeleted(attempt.id()));
        }
    }

    @Transactional
    public boolean happened(TrainingJob attempt, JobEvent.Name event, Object data) {
        return ifCurrent(attempt, job -> events.append(job.id(), event, data));
    }

    /** Whether this attempt is still the one that works on the job. */
    public boolean isCurrent(TrainingJob attempt) {
        return rows.isCurrent(attempt.id(), attempt.attempt());
    }

    /** Whether no later attempt was made at the job, whatever its status. */
    public boolean isNewest(TrainingJob attempt) {
        return rows.find(attempt.id())
                .filter(job -> job.attempt() == attempt.attempt())
                .isPresent();
    }

    /** Whether the job may go on from where this attempt stopped. */
    public boolean mayGoOn(TrainingJob attempt) {
        return rows.find(attempt.id())
                .filter(job -> job.attempt() == attempt.attempt() && job.status() != JobStatus.SUCCEEDED)
                .isPresent();
    }

    /** The card of a version came, and says no good of it. */
    @EventListener
    @Transactional
    public void judged(VersionJudged judged) {
        rows.verdict(judged.model(), judged.version(), judged.verdict());
    }

    private boolean ifCurrent(TrainingJob attempt, Consumer<TrainingJob> change) {
        Optional<TrainingJob> current = rows.lock(attempt.id())
                .filter(job -> job.status() == JobStatus.RUNNING && job.attempt() == attempt.attempt());
        current.ifPresent(change);
        return current.isPresent();
    }

    private TrainingJob change(TrainingJob job, JobStatus next, @Nullable JobError error) {
        if (!job.status().canTransitionTo(next)) {
            throw new IllegalStateException(job.title() + " can't become " + next);
        }
        rows.status(job, next, next.isFinished() ? clock.instant() : null, error);
        announce(job, next);
        return locked(job.id());
    }

    private void announce(TrainingJob job, JobStatus status) {
        events.append(job.id(), JobEvent.Name.STATUS, Map.of("status", status));
        publisher.publishEvent(new JobStatusChanged(job.id(), job.plan().family(), status));
    }

    private TrainingJob locked(String id) {
        return rows.lock(id).orElseThrow(() -> Problem.notFound("There is no training job " + id));
    }
}
