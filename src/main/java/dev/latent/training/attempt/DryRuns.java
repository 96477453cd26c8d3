package dev.latent.training.attempt;

import dev.latent.child.ChildEnd;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.problem.Problem;
import dev.latent.run.Cost;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.training.job.JobError;
import dev.latent.training.request.TrainingPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;

/** Finds out what a plan would take, by a child process that takes a few steps of it. One at a time. */
@Service
public class DryRuns {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final TemporaryFolders temporary;
    private final RunPreparation preparation;
    private final TrainingProcess process;
    private final Semaphore turn = new Semaphore(1);

    DryRuns(TemporaryFolders temporary, RunPreparation preparation, TrainingProcess process) {
        this.temporary = temporary;
        this.preparation = preparation;
        this.process = process;
    }

    /** @throws Problem 422 if the plan can't be carried out, 503 while another dry run is under way */
    public Cost estimate(TrainingPlan plan) throws IOException, InterruptedException {
        if (!turn.tryAcquire()) {
            throw Problem.unavailable(RETRY_AFTER, "Another dry run is under way; try again later");
        }
        try (TemporaryFolder folder = temporary.create("dry-run-");
                PreparedRun run = preparation.prepare(plan, folder.path())) {
            return estimate(run.folder());
        } finally {
            turn.release();
        }
    }

    private Cost estimate(RunFolder folder) throws IOException, InterruptedException {
        AtomicReference<RunReport> last = new AtomicReference<>();
        ChildEnd end = process.estimate(folder, LONGEST, last::set);
        if (last.get() instanceof RunReport.Estimated estimated) {
            return estimated.cost();
        }
        if (end.how() == ChildEnd.How.STOPPED || end.code().equals(ChildEnd.Code.TOO_LONG)) {
            throw Problem.unavailable(RETRY_AFTER, "The dry run took too long; try again later");
        }
        String reason = last.get() instanceof RunReport.Failed failed
                ? failed.detail()
                : JobError.of(end).detail();
        throw Problem.invalid("#", "This can't be trained: " + reason);
    }
}
