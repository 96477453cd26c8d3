package dev.latent.storage.s3;

import dev.latent.files.AtomicFile;
import dev.latent.files.Folders;
import dev.latent.files.Sha256;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of the cache. Which of its files were compared with their digests is known as long as nobody changes them;
 * who it is leased to is guarded by the {@link LocalCache}.
 */
final class CachedFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CachedFolder.class);

    private final Path path;
    private final long bytes;
    private final TemporaryFolders aside;
    private final Map<String, Stamp> checked = new HashMap<>();
    private FileTime lastUsed = FileTime.fromMillis(0);
    private int leases;
    private boolean forgotten;

    CachedFolder(Path path, long bytes, TemporaryFolders aside) {
        this.path = path;
        this.bytes = bytes;
        this.aside = aside;
    }

    /** One that is there. */
    static CachedFolder found(Path path, TemporaryFolders aside) throws IOException {
        long bytes = 0;
        for (Path file : Folders.files(path)) {
            bytes += Files.size(file);
        }
        CachedFolder folder = new CachedFolder(path, bytes, aside);
        folder.lastUsed = Files.getLastModifiedTime(path);
        return folder;
    }

    Path path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    FileTime lastUsed() {
        return lastUsed;
    }

    boolean isLeased() {
        return leases > 0;
    }

    void hold(FileTime now) {
        leases++;
        lastUsed = now;
    }

    void release() {
        leases--;
    }

    /** It is not wanted any more than it is leased now. */
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** Sees to it that all files are here and as they were put. */
    synchronized void bring(List<StoredFile> files, List<StoredFile> intact, Fetch fetch)
            throws IOException, FetchedDamaged {
        Files.createDirectories(path);
        for (StoredFile file : files) {
            if (!isIntact(file, intact.contains(file))) {
                fetch(file, fetch);
            }
        }
        Files.setLastModifiedTime(path, lastUsed); // for the next process
    }

    private boolean isIntact(StoredFile file, boolean thoroughly) throws IOException {
        Path copy = path.resolve(file.name());
        if (!Files.isRegularFile(copy) || Files.size(copy) != file.bytes()) {
            return false;
        }
        Stamp stamp = Stamp.of(copy);
        if (!thoroughly && stamp.equals(checked.get(file.name()))) {
            return true;
        }
        if (!Sha256.of(copy).equals(file.sha256())) {
            LOG.warn("{} is damaged; it is fetched again", copy);
            return false;
        }
        checked.put(file.name(), stamp);
        return true;
    }

    private void fetch(StoredFile file, Fetch fetch) throws IOException, FetchedDamaged {
        try (TemporaryFolder temporary = aside.create("fetched-")) {
            Path fetched = temporary.path().resolve(file.name());
            new FetchedFile(file, fetched).from(fetch);
            AtomicFile.replace(path.resolve(file.name()), fetched); // whoever has the damaged one open keeps it
        }
        checked.put(file.name(), Stamp.of(path.resolve(file.name())));
    }

    /** What changes when a file does. */
    private record Stamp(FileTime modified, long size, String node) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        }
    }
}
