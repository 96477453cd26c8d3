package dev.latent.training;

import dev.latent.problem.ClientText;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.TrainCommand;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes attempts at jobs: each a child process, prepared, watched and judged by how it ended. */
@Component
class TrainingAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingAttempts.class);
    private static final Duration FOR_THE_ONE_BEFORE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final PlannedData data;
    private final RunPreparation preparation;
    private final RunFolders folders;
    private final TrainerProgram program;
    private final AttemptObservers observers;
    private final Clock clock;

    TrainingAttempts(
            PlannedData data,
            RunPreparation preparation,
            RunFolders folders,
            TrainerProgram program,
            AttemptObservers observers,
            Clock clock) {
        this.data = data;
        this.preparation = preparation;
        this.folders = folders;
        this.program = program;
        this.observers = observers;
        this.clock = clock;
    }

    /** Runs one attempt to its end. */
    Ending run(TrainingJob attempt) {
        Optional<String> change = data.change(attempt.plan());
        if (change.isPresent()) {
            return new Ending.Failed(new JobError(JobError.DATASET_CHANGED, change.get()), false);
        }
        try (PreparedRun run = preparation.prepare(attempt)) {
            awaitTheOneBefore(run.folder());
            return train(attempt, run.folder());
        } catch (InterruptedException e) {
            return new Ending.Stopped();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be started", attempt.title(), e);
            return new Ending.Failed(new JobError(JobError.UNPREPARED, reason(e)), true);
        }
    }

    private static String reason(Exception e) {
        return "The run could not be started: " + ClientText.of(e);
    }

    /** The child of a service that died may still be writing its last checkpoint. */
    private void awaitTheOneBefore(RunFolder folder) throws IOException, InterruptedException {
        java.time.Instant patience = clock.instant().plus(FOR_THE_ONE_BEFORE);
        while (folders.isLocked(folder) && clock.instant().isBefore(patience)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Ending train(TrainingJob attempt, RunFolder folder) throws IOException, InterruptedException {
        RunRecorder recorder = observers.recorder(attempt);
        ProcessBuilder child = program.process(
                folder.path(), List.of(TrainCommand.NAME, folder.path().toString(), TrainCommand.SUPERVISED));
        try (TrainerProcess process = TrainerProcess.start(child, recorder)) {
            Ending ended = observers.watch(attempt).untilEnded(process, recorder::heard);
            return judge(ended, process.exit(), recorder);
        } finally {
            observers.ended(attempt);
        }
    }

    private static Ending judge(@Nullable Ending ended, TrainerProcess.Exit exit, RunRecorder recorder) {
        if (exit.code() == 0) {
            return new Ending.Finished();
        }
        if (ended != null) {
            return ended;
        }
        return recorder.failed().map(TrainingAttempts::told).orElseGet(() -> new Ending.Failed(exit.reason(), true));
    }

    private static Ending told(RunReport.Failed failed) {
        return new Ending.Failed(new JobError(failed.code(), failed.detail()), failed.retry());
    }
}
