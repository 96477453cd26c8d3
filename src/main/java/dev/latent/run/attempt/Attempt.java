package dev.latent.run.attempt;

import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunListener;
import dev.latent.run.RunReport;
import dev.latent.run.checkpoint.Checkpoints;
import dev.latent.run.loop.Divergence;
import dev.latent.run.loop.Schedule;
import dev.latent.run.report.LossLog;
import dev.latent.run.report.LossMeans;
import dev.latent.run.report.Pace;
import dev.latent.run.report.RecentLosses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Everything that happens around the loop: reports, losses, previews, checkpoints and, at the end, the version. */
final class Attempt {
    private static final long CHECKPOINT_NANOS = Duration.ofSeconds(20).toNanos();
    private static final String DATASETS = "datasets";
    private static final String EPOCH = "lossesOfEpoch";
    private static final String LOGGED = "lossesToLog";
    private static final String FIRST = "firstLosses";

    private final RunFolder folder;
    private final PreparedRun run;
    private final Schedule schedule;
    private final RunListener listener;
    private final Checkpoints checkpoints;
    private final Snapshots snapshots;
    private final Divergence divergence;
    private final Ending ending;
    private final RecentLosses recentLosses = new RecentLosses();
    private final LossMeans epochMeans = new LossMeans();
    private final LossMeans loggedMeans = new LossMeans();
    private long checkpointed = System.nanoTime();

    Attempt(RunFolder folder, PreparedRun run, RunListener listener) {
        this.folder = folder;
        this.run = run;
        this.schedule = run.schedule();
        this.listener = listener;
        this.checkpoints = new Checkpoints(folder.checkpoints());
        this.snapshots = new Snapshots(folder, run);
        this.divergence = new Divergence(schedule.steps());
        this.ending = new Ending(schedule, run.trained().request().plan().minutes(), run.early());
        run.loop().paceBy(ending::share);
    }

    /** @return whether it is done; false where it was told to stop, after a checkpoint */
    boolean run(BooleanSupplier stop) throws IOException, RunFailure {
        long from = restore();
        folder.samples().keepUntil(from);
        listener.report(new RunReport.Started(from, schedule.steps(), schedule.epochs(), notes()));
        long samplesPerStep =
                run.trained().request().plan().batchSize() * (long) run.step().batchesPerStep();
        Pace pace = new Pace(schedule, samplesPerStep, from);
        if (from == 0) {
            ending.stepDone(0, run.manager());
        }
        try (LossLog log = new LossLog(folder.losses(), from)) {
            AtomicLong done = new AtomicLong(from);
            run.loop()
                    .run(
                            from,
                            run.manager(),
                            (at, losses) -> {
                                done.set(at);
                                stepDone(at, losses, log, pace);
                            },
                            () -> ending.isOver(done.get()) || stop.getAsBoolean());
            if (ending.isOver(done.get())) {
                end(done.get(), log);
                return true;
            }
            save(done.get());
            return false;
        }
    }

    /** What its owner should know of it. */
    List<String> notes() {
        return Stream.concat(run.notes().stream(), ending.note().stream()).toList();
    }

    private void end(long done, LossLog log) throws IOException, RunFailure {
        long best = ending.settle(done, run.manager());
        if (done < schedule.steps()) {
            log(done, log);
            listener.report(new RunReport.Epoch(schedule.epochAfter(done), schedule.epochs(), done, epochMeans.take()));
            preview(done);
        }
        snapshots.writeVersion(best, folder.version());
        listener.report(new RunReport.Finished(done, recentLosses.means(), ending.why(done)));
    }

    private void log(long done, LossLog log) throws IOException {
        Map<String, Double> means = loggedMeans.take();
        if (!means.isEmpty()) {
            means.putAll(ending.values());
            log.add(done, means);
        }
    }

    private void stepDone(long done, Map<String, Float> losses, LossLog log, Pace pace) throws IOException, RunFailure {
        divergence.requireSane(done, losses);
        recentLosses.add(done, losses);
        epochMeans.add(losses);
        loggedMeans.add(losses);
        pace.stepDone(done, recentLosses).ifPresent(listener::report);
        ending.stepDone(done, run.manager());
        if (schedule.logs(done)) {
            log(done, log);
        }
        if (schedule.endsEpoch(done)) {
            listener.report(new RunReport.Epoch(schedule.epochAfter(done), schedule.epochs(), done, epochMeans.take()));
        }
        if (schedule.previews(done)) {
            preview(done);
        }
        if (System.nanoTime() - checkpointed > CHECKPOINT_NANOS && done < schedule.steps()) {
            save(done);
        }
    }

    private void preview(long done) throws IOException, RunFailure {
        Divergence.requireSane(done, run.trained().model().networks().values());
        snapshots.logSamples(done);
        if (snapshots.writePreview(done)) {
            listener.report(new RunReport.Preview(done));
        }
    }

    private long restore() throws IOException, RunFailure {
        Checkpoints.Restored restored = checkpoints.restore(run.state());
        requireSameData(restored);
        recentLosses.restore(restored.notes());
        epochMeans.restore(restored.notes().get(EPOCH));
        loggedMeans.restore(restored.notes().get(LOGGED));
        divergence.restore(restored.notes().get(FIRST));
        ending.restore(restored.notes());
        return restored.step();
    }

    /** Weights that learned from one dataset don't go on with another. */
    private void requireSameData(Checkpoints.Restored restored) throws RunFailure {
        String now = run.trained().digests();
        String then = restored.notes().getOrDefault(DATASETS, now);
        if (!then.equals(now)) {
            throw new RunFailure(
                    RunReport.Code.DATASET_CHANGED,
                    "the checkpoint at step " + restored.step() + " was trained on other data (digest " + then
                            + ") than is there now (" + now + ")",
                    false);
        }
    }

    private void save(long done) throws IOException {
        Map<String, String> notes = recentLosses.notes();
        notes.put(EPOCH, epochMeans.state());
        notes.put(LOGGED, loggedMeans.state());
        notes.put(FIRST, divergence.state());
        notes.put(DATASETS, run.trained().digests());
        notes.putAll(ending.notes());
        checkpoints.save(done, run.state(), notes);
        checkpointed = System.nanoTime();
        listener.report(new RunReport.Checkpoint(done));
    }
}
