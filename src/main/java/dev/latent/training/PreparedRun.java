package dev.latent.training;

import dev.latent.run.RunFolder;
import dev.latent.storage.Lease;
import java.util.List;

/** A run folder with all that its run reads, which is there until this is closed. */
record PreparedRun(RunFolder folder, List<Lease> leases) implements AutoCloseable {
    @Override
    public void close() {
        leases.forEach(Lease::close);
    }
}
