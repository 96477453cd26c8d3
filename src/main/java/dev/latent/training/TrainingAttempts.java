package dev.latent.training;

import dev.latent.problem.ClientText;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.TrainCommand;
import java.io.IOException;
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

    private final PlannedData data;
    private final RunPreparation preparation;
    private final TrainerProgram program;
    private final AttemptObservers observers;

    TrainingAttempts(PlannedData data, RunPreparation preparation, TrainerProgram program, AttemptObservers observers) {
        this.data = data;
        this.preparation = preparation;
        this.program = program;
        this.observers = observers;
    }

    /** Runs one attempt to its end. */
    Ending run(TrainingJob attempt) {
        Optional<String> change = data.change(attempt.plan());
        if (change.isPresent()) {
            return new Ending.Failed(new JobError(JobError.DATASET_CHANGED, change.get()), false);
        }
        try (PreparedRun run = preparation.prepare(attempt)) {
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

    private Ending train(TrainingJob attempt, RunFolder folder) throws IOException, InterruptedException {
        RunKeeper keeper = observers.keeper(attempt, folder);
        RunRecorder recorder = observers.recorder(attempt, keeper);
        ProcessBuilder child = program.process(
                folder.path(), List.of(TrainCommand.NAME, folder.path().toString(), TrainCommand.SUPERVISED));
        try (TrainerProcess process = TrainerProcess.start(child, recorder)) {
            Ending ended = observers.watch(attempt).untilEnded(process, recorder::heard);
            TrainerProcess.Exit exit = process.exit();
            keeper.allLosses();
            return judge(ended, exit, recorder);
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
