package dev.latent.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Stays with a child process until it has ended, and ends it where it must not go on. */
final class AttemptWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptWatch.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration TO_STOP = Duration.ofSeconds(8);

    private final BooleanSupplier wanted;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Clock clock;
    private @Nullable Instant stopped;

    /** @param wanted whether the attempt is still the one that works on its job */
    AttemptWatch(BooleanSupplier wanted, TrainingSettings settings, ServiceEnd serviceEnd, Clock clock) {
        this.wanted = wanted;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
        this.clock = clock;
    }

    /**
     * @param lastHeard when it last reported anything
     * @return why it was ended from here, or null if it ended by itself
     */
    @Nullable
    Ending untilEnded(TrainerProcess process, Supplier<Instant> lastHeard) throws InterruptedException {
        Ending reason = null;
        while (!process.waitFor(LOOK)) {
            if (reason == null) {
                reason = reasonToEnd(process, lastHeard);
            }
            if (reason != null) {
                process.kill();
            }
        }
        return reason == null && stopped != null ? new Ending.Stopped() : reason;
    }

    private @Nullable Ending reasonToEnd(TrainerProcess process, Supplier<Instant> lastHeard) {
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
        return clock.instant().isAfter(lastHeard.get().plus(settings.silence())) ? silent() : null;
    }

    private boolean isWanted() {
        try {
            return wanted.getAsBoolean();
        } catch (DataAccessException e) {
            LOG.warn("Can't see whether a run is still wanted; it goes on", e);
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
