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

    private final TrainingJob attempt;
    private final RunFolder folder;
    private final RunOutputs outputs;
    private final Clock clock;
    private Instant lossesKept = Instant.MIN;

    RunKeeper(TrainingJob attempt, RunFolder folder, RunOutputs outputs, Clock clock) {
        this.attempt = attempt;
        this.folder = folder;
        this.outputs = outputs;
        this.clock = clock;
    }

    private interface Keeping {
        void run() throws IOException;
    }

    /** @return whether it is kept */
    boolean preview(long step) {
        return keep("preview", () -> outputs.keepPreview(attempt.id(), folder, step));
    }

    /** @return whether it is kept */
    boolean checkpoint(long step) {
        return keep("checkpoint", () -> outputs.keepCheckpoint(attempt.id(), folder, step));
    }

    /** From time to time. */
    void losses() {
        if (!clock.instant().isBefore(lossesKept.plus(BETWEEN_LOSSES))) {
            allLosses();
        }
    }

    void allLosses() {
        lossesKept = clock.instant();
        keep("losses", () -> outputs.keepLosses(attempt.id(), folder));
    }

    private boolean keep(String what, Keeping keeping) {
        try {
            keeping.run();
            return true;
        } catch (IOException e) {
            LOG.warn("The {} of {} can't be kept", what, attempt.title(), e);
            return false;
        }
    }
}
