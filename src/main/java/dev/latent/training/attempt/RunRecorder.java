package dev.latent.training.attempt;

import dev.latent.cluster.DatabaseAway;
import dev.latent.run.RunReport;
import dev.latent.training.job.JobEvent;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.JobProgress;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.job.TrainingMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what an attempt reports, not more often than is of use. Called from the thread that reads its output. */
final class RunRecorder implements Consumer<RunReport>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);

    private final TrainingJob attempt;
    private final JobLifecycle lifecycle;
    private final RunKeeper keeper;
    private final TrainingMetrics metrics;
    private final Clock clock;
    private final Duration interval;
    private @Nullable JobProgress progress;
    private Instant progressWritten = Instant.MIN;
    private Instant databaseAwayUntil = Instant.MIN;
    private volatile RunReport.@Nullable Failed failed;

    RunRecorder(
            TrainingJob attempt,
            RunKeeper keeper,
            JobLifecycle lifecycle,
            TrainingMetrics metrics,
            Clock clock,
            Duration interval) {
        this.attempt = attempt;
        this.keeper = keeper;
        this.lifecycle = lifecycle;
        this.metrics = metrics;
        this.clock = clock;
        this.interval = interval;
        this.progress = attempt.progress();
    }

    /** While the database is away, checkpoints alone are worth asking it again and again. */
    @Override
    public void accept(RunReport report) {
        if (report instanceof RunReport.Failed failure) {
            failed = failure;
        } else if (report instanceof RunReport.Checkpoint || !clock.instant().isBefore(databaseAwayUntil)) {
            try {
                record(report);
            } catch (RuntimeException e) {
                if (!DatabaseAway.isWhy(e)) {
                    throw e;
                }
                databaseAwayUntil = clock.instant().plus(BETWEEN_FAILURES);
                LOG.warn("What {} reports is not recorded: the database can't be reached", attempt.title());
            }
        }
    }

    private void record(RunReport report) {
        if (report instanceof RunReport.Started started) {
            started(started);
        } else if (report instanceof RunReport.Progress now) {
            progress(now);
        } else if (report instanceof RunReport.Epoch epoch) {
            epoch(epoch);
        } else if (report instanceof RunReport.Preview preview) {
            preview(preview);
        } else if (report instanceof RunReport.Checkpoint checkpoint) {
            checkpoint(checkpoint);
        } else if (report instanceof RunReport.Finished finished) {
            finished(finished);
        }
    }

    private void started(RunReport.Started started) {
        lifecycle.started(attempt, started.fromStep(), started.notes());
        JobProgress last = progress;
        if (last != null && last.step() != started.fromStep()) {
            progress = last.backAt(started.fromStep());
            lifecycle.progress(attempt, progress, null);
        }
    }

    private void progress(RunReport.Progress now) {
        metrics.progress(attempt, now);
        progress = new JobProgress(
                now.epoch(),
                now.epochs(),
                now.step(),
                now.steps(),
                now.samplesPerSecond(),
                now.etaSeconds(),
                now.losses());
        Instant heard = clock.instant();
        if (!heard.isBefore(progressWritten.plus(interval))) {
            progressWritten = heard;
            keeper.losses();
            lifecycle.progress(attempt, progress, JobEvent.Name.PROGRESS);
        }
    }

    private void epoch(RunReport.Epoch epoch) {
        JobProgress last = progress;
        if (last == null || !isTold(epoch)) {
            return;
        }
        progress = new JobProgress(
                epoch.epoch(),
                epoch.epochs(),
                epoch.step(),
                last.steps(),
                last.samplesPerSecond(),
                last.etaSeconds(),
                epoch.losses());
        lifecycle.progress(attempt, progress, JobEvent.Name.EPOCH);
    }

    /** As many as are kept, whatever the time that an epoch takes. */
    private static boolean isTold(RunReport.Epoch epoch) {
        int kept = JobEvent.Name.EPOCH.kept();
        int every = (epoch.epochs() + kept - 1) / kept;
        return epoch.epoch() % every == 0 || epoch.epoch() == epoch.epochs();
    }

    /** Named only once it is kept: a job goes on from there, on whatever machine. */
    private void checkpoint(RunReport.Checkpoint checkpoint) {
        if (lifecycle.isNewest(attempt) && keeper.checkpoint(checkpoint.step())) {
            lifecycle.checkpointed(attempt, checkpoint.step());
        }
    }

    private void preview(RunReport.Preview preview) {
        if (!lifecycle.isCurrent(attempt) || !keeper.preview(preview.step())) {
            return;
        }
        String url = "/v1/training-jobs/" + attempt.id() + "/previews/" + preview.step();
        lifecycle.happened(attempt, JobEvent.Name.PREVIEW, Map.of("step", preview.step(), "url", url));
    }

    private void finished(RunReport.Finished finished) {
        lifecycle.stopped(attempt, finished.why());
        JobProgress last = progress;
        if (last != null) {
            progress = new JobProgress(
                    last.epochs(),
                    last.epochs(),
                    finished.step(),
                    finished.step(),
                    last.samplesPerSecond(),
                    0,
                    finished.losses());
            lifecycle.progress(attempt, progress, JobEvent.Name.PROGRESS);
        }
    }

    /** The failure that the child told of itself. */
    Optional<RunReport.Failed> failed() {
        return Optional.ofNullable(failed);
    }

    /** There is nothing more to report. */
    @Override
    public void close() {
        metrics.ended(attempt);
    }
}
