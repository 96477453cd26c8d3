package dev.latent.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps folders and files under keys, for any number of processes and machines at once.
 *
 * <p>A <em>folder</em> has files and never changes: nobody ever sees part of it. A <em>note</em> stands beside the
 * files of a folder and goes with it. A <em>file</em> stands alone. Notes and files are replaced as wholes.
 */
public interface Storage {
    /** Starts a folder, to be filled and committed. */
    StagedFolder stage() throws IOException;

    /** Brings a folder's files to this machine; empty if there is no such folder. */
    Optional<Lease> lease(StorageKey folder) throws IOException;

    /**
     * Brings a folder's files to this machine and reads some of them.
     *
     * @param intact files that must be there and have these digests
     * @throws DamagedFile if one is not so, or there is no such folder
     */
    Lease lease(StorageKey folder, List<StoredFile> intact) throws IOException, DamagedFile;

    /** The files of a folder by name, as they are now, perhaps with its notes; empty if there is no such folder. */
    List<StoredFile> files(StorageKey folder) throws IOException;

    /** Replaces, or makes, a note of a folder. @return false if there is no such folder */
    boolean note(StorageKey folder, String name, byte[] content) throws IOException;

    /** Replaces, or makes, a file. */
    void write(StorageKey file, byte[] content) throws IOException;

    /** Replaces, or makes, a file. @param content a file of this machine, which is copied */
    void write(StorageKey file, Path content) throws IOException;

    /** Opens a file, a note, or a file of a folder; empty if it is not there. */
    Optional<InputStream> open(StorageKey file) throws IOException;

    /** All of a file, a note, or a file of a folder; empty if it is not there. */
    default Optional<byte[]> read(StorageKey file) throws IOException {
        Optional<InputStream> opened = open(file);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** The names of what is kept right below a key, in order. */
    List<String> list(StorageKey parent) throws IOException;

    /** Deletes what is kept under a key and below. A folder is gone at once, and whoever has it leased keeps its files. */
    void delete(StorageKey key) throws IOException;
}
