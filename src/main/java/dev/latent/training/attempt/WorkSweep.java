package dev.latent.training.attempt;

import dev.latent.files.Folders;
import dev.latent.home.LatentHome;
import dev.latent.training.job.JobRows;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Removes what runs left here that were killed, and that nobody goes on with. */
@Component
class WorkSweep implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WorkSweep.class);

    private final RunFolders folders;
    private final RunOutputs outputs;
    private final JobRows rows;
    private final LatentHome home;

    WorkSweep(RunFolders folders, RunOutputs outputs, JobRows rows, LatentHome home) {
        this.folders = folders;
        this.outputs = outputs;
        this.rows = rows;
        this.home = home;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            for (String job : folders.jobs()) {
                if (rows.hasEnded(job)) {
                    folders.deleteAll(job);
                }
            }
            outputs.sweepDryRuns();
            Folders.delete(home.resolve("evaluations")); // where the first versions measured
        } catch (IOException e) {
            LOG.warn("What killed runs left can't be removed: {}", e.toString());
        }
    }
}
