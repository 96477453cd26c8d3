package dev.latent.training.job;

import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import dev.latent.training.JobStatus;
import dev.latent.training.request.PlannedData;
import dev.latent.training.request.TrainingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients can do with training jobs. */
@Service
public class TrainingJobs {
    private static final Duration TO_SETTLE = Duration.ofMillis(1500);
    private static final long LOOK_MILLIS = 20;

    private final JobRows rows;
    private final JobLifecycle lifecycle;
    private final JobQueue queue;
    private final RequestKeys keys;
    private final ModelRegistry registry;
    private final PlannedData data;

    TrainingJobs(
            JobRows rows,
            JobLifecycle lifecycle,
            JobQueue queue,
            RequestKeys keys,
            ModelRegistry registry,
            PlannedData data) {
        this.rows = rows;
        this.lifecycle = lifecycle;
        this.queue = queue;
        this.keys = keys;
        this.registry = registry;
        this.data = data;
    }

    /** The job that the same request made before. @throws Problem 422 if the key came with another body */
    @Transactional(readOnly = true)
    public Optional<JobView> before(@Nullable RequestKey key) {
        return key == null
                ? Optional.empty()
                : keys.find(key).flatMap(rows::find).map(this::view);
    }

    /**
     * A new job and its task, or what the same request made before.
     *
     * @throws Problem 409 if the model's name holds, or is about to hold, another family; 503 if the queue is full
     */
    @Transactional
    public Submitted submit(TrainingPlan plan, @Nullable RequestKey key) {
        Instant place = queue.enter();
        Optional<JobView> before = before(key);
        if (before.isPresent()) {
            return new Submitted(before.get(), false);
        }
        requireFamily(plan);
        TrainingJob job = lifecycle.create(plan, place);
        if (key != null) {
            keys.keep(key, job.id());
        }
        queue.schedule(job);
        return new Submitted(view(job), true);
    }

    private void requireFamily(TrainingPlan plan) {
        registry.requireFamily(plan.model(), plan.family());
        rows.activeFor(plan.model())
                .filter(other -> !other.plan().family().equals(plan.family()))
                .ifPresent(other -> {
                    throw Problem.conflict("The model " + plan.model() + " is about to hold the family "
                            + other.plan().family() + " from " + other.title() + "; choose another name");
                });
    }

    public Page<JobView> list(JobFilter filter, PageRequest page) {
        Page<TrainingJob> jobs = Page.ofFound(rows.page(filter, page), page, job -> String.valueOf(job.number()));
        boolean someWait = jobs.items().stream().anyMatch(job -> job.status() == JobStatus.QUEUED);
        List<String> queue = someWait ? rows.queue() : List.of();
        return jobs.map(job -> JobView.of(job, place(queue.indexOf(job.id()))));
    }

    private static @Nullable Integer place(int index) {
        return index < 0 ? null : index + 1;
    }

    /** @throws Problem 404 */
    public JobView get(String id) {
        return view(require(id));
    }

    /** @throws Problem 404 */
    public TrainingJob require(String id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("There is no training job " + id));
    }

    /** @throws Problem 404, or 409 if it is finished */
    @Transactional
    public JobView cancel(String id) {
        TrainingJob before = require(id);
        TrainingJob cancelled = lifecycle.cancel(id);
        queue.leave(before);
        return view(cancelled);
    }

    /**
     * Goes on from the newest checkpoint, or begins anew where there is none: {@code startStep} says from where.
     *
     * @throws Problem 404; 409 if it is neither FAILED nor CANCELLED, or what it learns from is gone or another; 503 if the
     *     queue is full
     */
    @Transactional
    public JobView resume(String id) {
        TrainingJob job = require(id);
        if (job.status().isResumable()) {
            data.change(job.plan()).ifPresent(change -> {
                throw Problem.conflict(change);
            });
        }
        TrainingJob resumed = lifecycle.resume(id, queue.enter());
        requireFamily(resumed.plan());
        queue.schedule(resumed);
        return view(resumed);
    }

    /**
     * A job that was cancelled just now, once its process has ended: it writes a checkpoint first. Waits no longer than
     * until that is written, or the process killed.
     */
    public JobView settled(String id) throws InterruptedException {
        long deadline = System.nanoTime() + TO_SETTLE.toNanos();
        while (rows.hasProcess(id) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
        return get(id);
    }

    /** With its run folder; what it has published stays. @throws Problem 404, or 409 if it waits or runs */
    @Transactional
    public void delete(String id) {
        lifecycle.delete(id);
    }

    private JobView view(TrainingJob job) {
        return JobView.of(job, rows.queuePosition(job));
    }

    /** @param isNew whether it did not exist before this request */
    public record Submitted(JobView job, boolean isNew) {}
}
