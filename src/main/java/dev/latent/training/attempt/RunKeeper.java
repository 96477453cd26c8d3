package dev.latent.training.attempt;

import dev.latent.run.RunFolder;
import dev.latent.training.job.TrainingJob;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what an attempt leaves in its run folder, as it leaves it. What can't be kept is left out: the run goes on. */
final class RunKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);
    private static final Duration BETWEEN_LOSSES = Duration.ofSeconds(1);
    /** How often as long as keeping the losses took it is not done again. */
    private static final int PAUSE = 20;

    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);

    private final TrainingJob attempt;
    private final RunFolder folder;
    private final RunOutputs outputs;
    private final Clock clock;
    private Instant nextLosses = Instant.MIN;
    private Instant nextPreview = Instant.MIN;

    RunKeeper(TrainingJob attempt, RunFolder folder, RunOutputs outputs, Clock clock) {
        this.attempt = attempt;
        this.folder = folder;
        this.outputs = outputs;
        this.clock = clock;
    }

    private interface Keeping {
        void run() throws IOException;
    }

    /** @return whether it is kept; if not, it is at the end */
    boolean preview(long step) {
        if (clock.instant().isBefore(nextPreview)) {
            return false;
        }
        boolean kept = keep("preview", () -> outputs.keepPreview(attempt.id(), folder, step));
        nextPreview = kept ? Instant.MIN : clock.instant().plus(BETWEEN_FAILURES);
        return kept;
    }

    /** @return whether it is kept */
    boolean checkpoint(long step) {
        return keep("checkpoint", () -> outputs.keepCheckpoint(attempt.id(), attempt.attempt(), folder, step));
    }

    /** From time to time: a long run's are large. */
    void losses() {
        Instant before = clock.instant();
        if (before.isBefore(nextLosses)) {
            return;
        }
        boolean kept = keep("losses", () -> outputs.keepLosses(attempt.id(), attempt.attempt(), folder));
        Duration took = Duration.between(before, clock.instant());
        nextLosses = clock.instant().plus(kept ? longer(BETWEEN_LOSSES, took.multipliedBy(PAUSE)) : BETWEEN_FAILURES);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean keep(String what, Keeping keeping) {
        try {
            keeping.run();
            return true;
        } catch (IOException e) {
            LOG.warn("The {} of {} can't be kept now: {}", what, attempt.title(), e.getMessage());
            return false;
        }
    }
}
