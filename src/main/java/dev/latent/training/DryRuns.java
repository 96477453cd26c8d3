package dev.latent.training;

import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.problem.Problem;
import dev.latent.run.Cost;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.TrainCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out what a plan would take, by a child process that takes a few steps of it. One at a time. */
@Service
class DryRuns {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final RunPreparation preparation;
    private final TemporaryFolders temporary;
    private final TrainerProgram program;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Semaphore turn = new Semaphore(1);

    DryRuns(
            RunPreparation preparation,
            TemporaryFolders temporary,
            TrainerProgram program,
            TrainingSettings settings,
            ServiceEnd serviceEnd) {
        this.preparation = preparation;
        this.temporary = temporary;
        this.program = program;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
    }

    /** @throws Problem 422 if the plan can't be carried out, 503 while another dry run is under way */
    Cost estimate(TrainingPlan plan) throws IOException, InterruptedException {
        if (!turn.tryAcquire()) {
            throw Problem.unavailable(RETRY_AFTER, "Another dry run is under way; try again later");
        }
        try (TemporaryFolder folder = temporary.create("dry-run-");
                PreparedRun run = preparation.prepare(plan, folder.path())) {
            return run(run.folder());
        } finally {
            turn.release();
        }
    }

    private Cost run(RunFolder folder) throws IOException, InterruptedException {
        LastReport last = new LastReport();
        ProcessBuilder child = program.process(
                folder.path(),
                List.of(TrainCommand.NAME, folder.path().toString(), TrainCommand.ESTIMATE, TrainCommand.SUPERVISED));
        try (TrainerProcess process = TrainerProcess.start(child, last)) {
            watch(process);
            TrainerProcess.Exit exit = process.exit();
            if (last.report instanceof RunReport.Estimated estimated) {
                return estimated.cost();
            }
            throw impossible(
                    last.report instanceof RunReport.Failed failed
                            ? failed.detail()
                            : exit.reason().detail());
        }
    }

    private void watch(TrainerProcess process) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!process.waitFor(LOOK)) {
            if (serviceEnd.isNear() || System.nanoTime() > deadline) {
                process.kill();
                throw Problem.unavailable(RETRY_AFTER, "The dry run took too long; try again later");
            }
            if (process.residentBytes().orElse(0) > settings.memoryOfARun()) {
                process.kill();
                throw impossible("it takes more memory than latent.training.memory; a smaller batchSize may help");
            }
        }
    }

    private static Problem impossible(String reason) {
        return Problem.invalid("#", "This can't be trained: " + reason);
    }

    /** Written by the thread that reads the reports, read after its end. */
    private static final class LastReport implements Consumer<RunReport> {
        private volatile @Nullable RunReport report;

        @Override
        public void accept(RunReport next) {
            report = next;
        }
    }
}
