package dev.latent.storage;

import java.nio.file.Path;

/** Opens where the service keeps things: each kind of thing in a storage of its own. */
public interface Stores {
    /**
     * @param kind a name that stays the same for good
     * @param onDisk where it is kept if the service keeps things on disk
     */
    Storage open(String kind, Path onDisk);
}
