package dev.latent.run;

import ai.djl.ndarray.NDManager;
import dev.latent.family.ModelFolder;
import dev.latent.family.TrainingStep;
import dev.latent.nn.Safetensors.Type;
import dev.latent.nn.TrainingState;
import dev.latent.nn.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that happens around the loop: reports, losses, previews, checkpoints and, at the end, the version. */
final class Attempt {
    private static final long CHECKPOINT_NANOS = Duration.ofSeconds(20).toNanos();
    private static final String EPOCH = "lossesOfEpoch";
    private static final String LOGGED = "lossesToLog";

    private final RunFolder folder;
    private final Schedule schedule;
    private final Trained trained;
    private final TrainingStep step;
    private final RunListener listener;
    private final EpochWatch watch;
    private final Checkpoints checkpoints;
    private final CriticCourse course;
    private final TrainingState state;
    private final LossMeans epochMeans = new LossMeans();
    private final LossMeans loggedMeans = new LossMeans();
    private long checkpointed = System.nanoTime();

    Attempt(
            RunFolder folder,
            Schedule schedule,
            Trained trained,
            TrainingStep step,
            RunListener listener,
            EpochWatch watch) {
        this.folder = folder;
        this.schedule = schedule;
        this.trained = trained;
        this.step = step;
        this.listener = listener;
        this.watch = watch;
        this.course = new CriticCourse(trained, folder.samples());
        this.checkpoints = new Checkpoints(folder.checkpoints());
        this.state = step.state();
    }

    boolean run(TrainingLoop loop, NDManager manager, BooleanSupplier stop) throws IOException, RunFailure {
        long from = restore();
        watch.goOnAfter(schedule.epochsDone(from));
        folder.samples().keepUntil(from);
        listener.report(new RunReport.Started(from, schedule.steps(), schedule.epochs()));
        Pace pace = new Pace(schedule, trained.request().batchSize() * (long) step.batchesPerStep(), from);
        long done;
        try (LossLog log = new LossLog(folder.losses(), from)) {
            done = loop.run(
                    from,
                    manager,
                    (at, losses) -> stepDone(at, losses, manager, log, pace),
                    () -> watch.isOver() || stop.getAsBoolean());
        }
        if (done < schedule.steps()) {
            save(done);
        }
        if (done < schedule.steps() && !watch.isOver()) {
            return false;
        }
        if (!watch.choosesVersion()) {
            publish(done, manager);
        }
        listener.report(new RunReport.Finished(done));
        return true;
    }

    private void stepDone(long done, Map<String, Float> losses, NDManager manager, LossLog log, Pace pace)
            throws IOException, RunFailure {
        requireFinite(done, losses);
        epochMeans.add(losses);
        loggedMeans.add(losses);
        pace.stepDone(done, losses).ifPresent(listener::report);
        if (schedule.logs(done)) {
            log.add(done, loggedMeans.take());
        }
        if (schedule.endsEpoch(done)) {
            listener.report(new RunReport.Epoch(schedule.epochAfter(done), schedule.epochs(), done, epochMeans.take()));
        }
        boolean looks = watch.choosesVersion() && (schedule.endsEpoch(done) || watch.isDue());
        if (looks || schedule.previews(done)) {
            log(done, manager);
        }
        if (looks && isImproved(done, manager)) {
            publish(done, manager);
        }
        if (schedule.previews(done)) {
            preview(done, manager);
        }
        if (System.nanoTime() - checkpointed > CHECKPOINT_NANOS && done < schedule.steps()) {
            save(done);
        }
    }

    private long restore() throws IOException {
        Checkpoints.Restored restored = checkpoints.restore(state);
        epochMeans.restore(restored.notes().get(EPOCH));
        loggedMeans.restore(restored.notes().get(LOGGED));
        return restored.step();
    }

    private void save(long done) throws IOException {
        checkpoints.save(done, state, Map.of(EPOCH, epochMeans.state(), LOGGED, loggedMeans.state()));
        checkpointed = System.nanoTime();
        listener.report(new RunReport.Checkpoint(done));
    }

    private static void requireFinite(long done, Map<String, Float> losses) throws RunFailure {
        for (Map.Entry<String, Float> loss : losses.entrySet()) {
            if (!Float.isFinite(loss.getValue())) {
                throw new RunFailure(
                        RunReport.Code.DIVERGED,
                        loss.getKey() + " became " + loss.getValue() + " at step " + done
                                + "; a smaller learningRate may help",
                        false);
            }
        }
    }

    private void preview(long done, NDManager manager) throws IOException {
        byte[] picture = picture(manager);
        if (picture != null) {
            Files.createDirectories(folder.previews());
            Path unfinished = folder.previews().resolve(done + ".unfinished");
            Files.write(unfinished, picture);
            Files.move(unfinished, folder.previews().resolve(done + ".png"), StandardCopyOption.ATOMIC_MOVE);
            listener.report(new RunReport.Preview(done));
        }
    }

    private void log(long done, NDManager manager) throws IOException {
        if (course.isLogged()) {
            served(() -> {
                course.add(done, manager);
                return done;
            });
        }
    }

    private byte @Nullable [] picture(NDManager manager) throws IOException {
        Previews previews = new Previews(
                trained.model(),
                trained.shape(),
                trained.datasets(),
                trained.request().seed());
        return served(() -> previews.draw(manager));
    }

    private boolean isImproved(long done, NDManager manager) throws IOException {
        return served(() -> watch.improved(trained, schedule.epochsDone(done), manager));
    }

    private interface Look<T extends @Nullable Object> {
        T take() throws IOException;
    }

    /** Looks at the model as it would be served. */
    private <T extends @Nullable Object> T served(Look<T> look) throws IOException {
        try (TrainingStep.Serving serving = step.serving()) {
            training(false);
            return look.take();
        } finally {
            training(true);
        }
    }

    private void training(boolean on) {
        for (Weights weights : trained.model().networks().values()) {
            weights.training(on);
        }
    }

    private void publish(long done, NDManager manager) throws IOException {
        Path unfinished = folder.path().resolve("version.unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (TrainingStep.Serving serving = step.serving()) {
            ModelFolder.write(
                    unfinished,
                    trained.description(schedule.epochsDone(done), Instant.now()),
                    trained.model(),
                    Type.F32);
        }
        Files.copy(folder.losses(), unfinished.resolve("losses.csv"));
        folder.samples().copyTo(unfinished);
        byte[] picture = picture(manager);
        if (picture != null) {
            Files.write(unfinished.resolve("samples.png"), picture);
        }
        Folders.delete(folder.version());
        Files.move(unfinished, folder.version(), StandardCopyOption.ATOMIC_MOVE);
    }
}
