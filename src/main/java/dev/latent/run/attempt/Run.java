package dev.latent.run.attempt;

import dev.latent.family.Json;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunListener;
import dev.latent.run.RunReport;
import dev.latent.run.RunRequest;
import dev.latent.run.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What {@code run.json} asks for, computed in this process. A second one over the same folder goes on where the first one
 * ended; no two may do so at once.
 */
public final class Run {
    private final RunFolder folder;
    private final RunListener listener;

    public Run(RunFolder folder, RunListener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Trains on from the newest checkpoint, and at the end writes the version.
     *
     * @param stop asked before each step
     * @return whether it is done; false where it was told to stop, after a checkpoint
     * @throws RunFailure if it can't go on
     */
    public boolean train(BooleanSupplier stop) throws IOException, RunFailure {
        try (RunLock lock = RunLock.of(folder);
                PreparedRun run = PreparedRun.of(request())) {
            return new Attempt(folder, run, listener).run(stop);
        }
    }

    /** Reports what the run would take, from a few timed steps, and writes nothing. */
    public void estimate() throws IOException, RunFailure {
        try (RunLock lock = RunLock.of(folder);
                PreparedRun run = PreparedRun.of(request())) {
            List<String> notes = new Attempt(folder, run, listener).notes();
            listener.report(new RunReport.Estimated(new Estimate(run).take(notes)));
        }
    }

    /**
     * Writes the model of the newest checkpoint as if its training had ended there.
     *
     * @param version the folder to write, or to replace
     */
    public void publish(Path version) throws IOException, RunFailure {
        try (RunLock lock = RunLock.of(folder);
                PreparedRun run = PreparedRun.of(request())) {
            long done =
                    new Checkpoints(folder.checkpoints()).restore(run.state()).step();
            Snapshots snapshots = new Snapshots(folder, run);
            snapshots.logSamples(done);
            snapshots.writeVersion(done, version);
        }
    }

    private RunRequest request() throws IOException {
        return Json.MAPPER.readValue(Files.readAllBytes(folder.request()), RunRequest.class);
    }
}
