package dev.latent.storage.s3;

import dev.latent.storage.Lease;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a folder in the cache, until it is closed for the first time. */
record CacheLease(Path path, Runnable release, AtomicBoolean ended) implements Lease {
    CacheLease(Path path, Runnable release) {
        this(path, release, new AtomicBoolean());
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            release.run();
        }
    }
}
