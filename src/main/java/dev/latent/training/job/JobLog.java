package dev.latent.training.job;

import dev.latent.training.JobStatus;
import dev.latent.training.JobStatusChanged;
import dev.latent.training.request.TrainingPlan;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One line in the log for whatever becomes of a training job. */
@Component
class JobLog {
    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private final JobRows rows;

    JobLog(JobRows rows) {
        this.rows = rows;
    }

    @TransactionalEventListener
    void changed(JobStatusChanged change) {
        rows.find(change.job()).ifPresent(job -> {
            if (isFirstTurn(job, change)) {
                LOG.info("Training job {} accepted: {}", job.id(), plan(job.plan()));
            } else if (job.status() != change.status()) {
                return; // it has gone on since, and that is told, too
            } else if (change.status() == JobStatus.FAILED) {
                LOG.warn("Training job {} failed: {}", job.id(), reason(job));
            } else {
                LOG.info("Training job {} {}", job.id(), news(job));
            }
        });
    }

    /** Its first turn may have come before this is told. */
    private static boolean isFirstTurn(TrainingJob job, JobStatusChanged change) {
        return change.status() == JobStatus.QUEUED && job.attempt() == (job.status() == JobStatus.QUEUED ? 0 : 1);
    }

    @TransactionalEventListener
    void deleted(JobDeleted deletion) {
        LOG.info("Training job {} was deleted", deletion.id());
    }

    private static String news(TrainingJob job) {
        return switch (job.status()) {
            case QUEUED -> "waits to go on at step " + job.steps().next();
            case RUNNING ->
                "runs"
                        + (job.steps().next() == 0
                                ? ""
                                : ", from step " + job.steps().next() + " on");
            case SUCCEEDED ->
                "succeeded after " + duration(job) + ": version " + job.modelVersion() + " of model '"
                        + job.plan().model() + "'";
            case CANCELLED -> "was cancelled" + at(job);
            case FAILED -> "failed: " + reason(job);
        };
    }

    private static String plan(TrainingPlan plan) {
        String length = plan.run().epochs() == null
                ? plan.run().steps() + " steps"
                : plan.run().epochs() + " epochs";
        return "a " + plan.family() + " on " + String.join(" and ", plan.datasetNames()) + " for " + length
                + ", to be a version of model '" + plan.model() + "'";
    }

    private static String at(TrainingJob job) {
        JobProgress progress = job.progress();
        return progress == null ? "" : " at step " + progress.step() + " of " + progress.steps();
    }

    private static String reason(TrainingJob job) {
        JobError error = job.error();
        return error == null ? "for a reason that was not told" : error.detail() + " (" + error.code() + ")";
    }

    private static String duration(TrainingJob job) {
        Instant started = job.times().started();
        Instant finished = job.times().finished();
        if (started == null || finished == null) {
            return "a while";
        }
        long seconds = Duration.between(started, finished).toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
