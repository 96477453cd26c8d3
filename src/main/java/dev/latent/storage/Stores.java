package dev.latent.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Opens where the service keeps things: each kind of thing in a storage of its own. */
public interface Stores extends AutoCloseable {
    /** Folders of this machine. */
    static Stores onDisk() {
        return new DiskStores();
    }

    /**
     * @param kind a name that stays the same for good
     * @param onDisk where it is kept if the service keeps things on disk
     */
    Storage open(String kind, Path onDisk);

    /** Asks whether things can be kept now. @throws StorageUnavailable if not */
    default void check() throws IOException {}

    /** Nobody uses what was opened any more. */
    @Override
    default void close() throws IOException {}
}
