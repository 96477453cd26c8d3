package dev.latent.storage;

import dev.latent.files.Folders;
import dev.latent.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease on a folder of this disk: hard links to its files, which outlive its deletion and copy nothing. Where the
 * file system has no such links it is the folder itself.
 */
record FolderLease(Path path, TemporaryFolder links) implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLease.class);

    /** Empty if the folder is just being deleted. */
    static Optional<Lease> of(Path folder, TemporaryFolder links) throws IOException {
        try {
            for (Path file : Folders.files(folder)) {
                Files.createLink(links.path().resolve(file.getFileName()), file);
            }
            return Optional.of(new FolderLease(links.path(), links));
        } catch (NoSuchFileException e) {
            links.close();
            return Optional.empty();
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("{} can't be linked to", folder, e);
            return Optional.of(new FolderLease(folder, links));
        }
    }

    @Override
    public void close() {
        try {
            links.close();
        } catch (IOException e) {
            LOG.warn("The lease {} can't be removed: {}", path, e.toString());
        }
    }
}
