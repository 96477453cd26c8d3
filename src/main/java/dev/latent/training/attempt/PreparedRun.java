package dev.latent.training.attempt;

import dev.latent.run.RunFolder;
import dev.latent.storage.Leases;

/** A run folder with all that its run reads, which is there until this is closed. */
record PreparedRun(RunFolder folder, Leases leases) implements AutoCloseable {
    @Override
    public void close() {
        leases.close();
    }
}
