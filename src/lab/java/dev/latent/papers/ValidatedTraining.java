package dev.latent.papers;

import dev.latent.files.Folders;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.attempt.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains in this process what {@code run.json} asks for, but no longer than a measure on validation data improves. The
 * version is that of the best epoch. A second one over the same folder goes on where the first one ended.
 */
record ValidatedTraining(RunFolder folder, Validation validation, Patience patience) {

    /**
     * What came of it.
     *
     * @param curve every look
     * @param best the look whose weights the version has
     */
    record Result(List<ValidationPoint> curve, ValidationPoint best) {}

    /** The folder of the best model so far. */
    Path version() {
        return folder.path().resolve("best");
    }

    /** @param listener hears of each look */
    Result run(Consumer<ValidationPoint> listener) throws IOException, RunFailure {
        ValidationLog log = new ValidationLog(folder.path().resolve("validation.csv"));
        Convergence convergence = new Convergence(log, validation.higherIsBetter(), patience);
        boolean done = false;
        while (!done && !convergence.isOver()) {
            done = trainUntilNextLook(convergence);
            listener.accept(look(done ? folder.version() : snapshot(), convergence));
        }
        return new Result(convergence.points(), convergence.best());
    }

    /** @return whether all epochs are done */
    private boolean trainUntilNextLook(Convergence convergence) throws IOException, RunFailure {
        NextLook next = new NextLook(convergence);
        return new Run(folder, next::hear).train(next::isDue);
    }

    /** To be looked at after an epoch, and now and then within a long one, but not before another step is trained. */
    private static final class NextLook {
        private final Convergence convergence;
        private boolean epochIsDone;
        private boolean hasTrained;

        NextLook(Convergence convergence) {
            this.convergence = convergence;
        }

        void hear(RunReport report) {
            epochIsDone |= report instanceof RunReport.Epoch;
        }

        /** Asked before each step. */
        boolean isDue() {
            boolean due = hasTrained && (epochIsDone || convergence.isDue());
            hasTrained = true;
            return due;
        }
    }

    private Path snapshot() throws IOException, RunFailure {
        Path snapshot = folder.path().resolve("candidate");
        new Run(folder, report -> {}).publish(snapshot);
        return snapshot;
    }

    private ValidationPoint look(Path candidate, Convergence convergence) throws IOException {
        double epochs = Validation.epochs(candidate);
        ValidationPoint point = convergence.add(epochs, validation.measure(candidate));
        if (point == convergence.best()) {
            Folders.delete(version());
            Files.move(candidate, version(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Folders.delete(candidate);
        }
        return point;
    }
}
