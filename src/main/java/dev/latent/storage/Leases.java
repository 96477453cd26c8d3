package dev.latent.storage;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Leases that end together. */
public final class Leases implements Closeable {
    private final List<Lease> leases = new ArrayList<>();

    /** Takes one more. @return where its files are */
    public Path add(Lease lease) {
        leases.add(lease);
        return lease.path();
    }

    @Override
    public void close() {
        leases.forEach(Lease::close);
    }
}
