package dev.latent.storage;

import java.io.Closeable;
import java.nio.file.Path;

/**
 * A folder's files, on this machine: there, unchanged, until this is closed, whatever becomes of the folder meanwhile.
 * Read them, and nothing else. Other processes of this machine may read them too.
 */
public interface Lease extends Closeable {
    /** Absolute. */
    Path path();

    /** Of a folder that nobody takes away. */
    static Lease lasting(Path folder) {
        return new LastingLease(folder.toAbsolutePath());
    }

    /** Gives the files up. What goes wrong with removing them is not the user's business. */
    @Override
    void close();
}
