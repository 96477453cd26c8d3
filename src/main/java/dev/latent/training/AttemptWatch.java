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
    private static final Duration LOOK = Duration.ofMillis(100);
    /** For a checkpoint, when the service goes down. */
    private static final Duration TO_STOP = Duration.ofSeconds(8);
    /** For a checkpoint, when nobody wants the run any more: it is to end within a second. */
    private static final Duration TO_END = Duration.ofMillis(800);

    private final BooleanSupplier wanted;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Clock clock;
    private @Nullable Stopping stopping;

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
        return reason == null && stopping != null ? stopping.as() : reason;
    }

    /** @param as what the run's end is, if it does stop @param until when it has time to */
    private record Stopping(Ending as, Instant until) {}

    private @Nullable Ending reasonToEnd(TrainerProcess process, Supplier<Instant> lastHeard) {
        if (stopping == null && !isWanted()) {
            stop(process, new Ending.Superseded(), TO_END);
        } else if (stopping == null && serviceEnd.isNear()) {
            stop(process, new Ending.Stopped(), TO_STOP);
        }
        if (stopping != null) {
            return clock.instant().isAfter(stopping.until()) ? stopping.as() : null;
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

    private void stop(TrainerProcess process, Ending as, Duration time) {
        stopping = new Stopping(as, clock.instant().plus(time));
        process.stop();
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
