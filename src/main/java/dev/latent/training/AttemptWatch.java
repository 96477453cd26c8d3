package dev.latent.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Stays with a child process until it has ended, and ends it where it must not go on. */
final class AttemptWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptWatch.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration TO_STOP = Duration.ofSeconds(8);

    private final TrainingJob attempt;
    private final JobLifecycle lifecycle;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Clock clock;
    private @Nullable Instant stopped;

    AttemptWatch(
            TrainingJob attempt,
            JobLifecycle lifecycle,
            TrainingSettings settings,
            ServiceEnd serviceEnd,
            Clock clock) {
        this.attempt = attempt;
        this.lifecycle = lifecycle;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
        this.clock = clock;
    }

    /** @return why it was ended from here, or null if it ended by itself */
    @Nullable
    Ending untilEnded(TrainerProcess process, RunRecorder recorder) throws InterruptedException {
        Ending reason = null;
        while (!process.waitFor(LOOK)) {
            if (reason == null) {
                reason = reasonToEnd(process, recorder);
            }
            if (reason != null) {
                process.kill();
            }
        }
        return reason == null && stopped != null ? new Ending.Stopped() : reason;
    }

    private @Nullable Ending reasonToEnd(TrainerProcess process, RunRecorder recorder) {
        if (!isWanted()) {
            return new Ending.Superseded();
        }
        if (serviceEnd.isNear()) {
            return stop(process);
        }
        long resident = process.residentBytes().orElse(0);
        if (resident > settings.memoryOfARun()) {
            return memory(resident);
        }
        return clock.instant().isAfter(recorder.heard().plus(settings.silence())) ? silent() : null;
    }

    private boolean isWanted() {
        try {
            return lifecycle.isCurrent(attempt);
        } catch (DataAccessException e) {
            LOG.warn("Can't see whether {} is still wanted; it goes on", attempt.title(), e);
            return true;
        }
    }

    private @Nullable Ending stop(TrainerProcess process) {
        if (stopped == null) {
            stopped = clock.instant();
            process.stop();
        }
        return clock.instant().isAfter(stopped.plus(TO_STOP)) ? new Ending.Stopped() : null;
    }

    private Ending memory(long resident) {
        String detail = "The training process took " + mebibytes(resident) + " MiB, more than the "
                + mebibytes(settings.memoryOfARun()) + " of latent.training.memory; a smaller batchSize may help";
        return new Ending.Failed(new JobError(JobError.MEMORY, detail), true);
    }

    private Ending silent() {
        String detail = "The training process reported nothing for " + settings.silence();
        return new Ending.Failed(new JobError(JobError.SILENT, detail), true);
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
