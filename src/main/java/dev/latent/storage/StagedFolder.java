package dev.latent.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder that is not kept yet: filled with files, and then committed or dropped. */
public interface StagedFolder extends Closeable {
    /** Where to put its files: a folder of this machine, empty at first. Subfolders are not kept. */
    Path path();

    /** Its files by name. All that is large is to be there now: they may be on their way to the store from here on. */
    List<StoredFile> files() throws IOException;

    /** Adds a small file, one that tells of the others. */
    void add(String name, byte[] content) throws IOException;

    /**
     * Lets it be seen under a key, as a whole.
     *
     * @return false if another folder is kept there; then nothing has changed
     */
    boolean commit(StorageKey key) throws IOException;

    /** Drops what was not committed. */
    @Override
    void close() throws IOException;
}
