package dev.latent.storage;

import java.nio.file.Path;

record LastingLease(Path path) implements Lease {
    @Override
    public void close() {
        // nothing is held
    }
}
