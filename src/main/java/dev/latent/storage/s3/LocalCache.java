package dev.latent.storage.s3;

import dev.latent.files.AtomicFolder;
import dev.latent.files.Folders;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.storage.Lease;
import dev.latent.storage.StoredFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of a bucket's folders on this machine, a folder each by its id. Where there are too many bytes, those go that
 * were not used for longest, but none that is leased: what is in use may go beyond the bound.
 */
final class LocalCache implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCache.class);
    private static final String ASIDE = ".aside";

    private final Path root;
    private final long capacity;
    private final Clock clock;
    private final TemporaryFolders aside;
    private final Map<String, CachedFolder> folders = new HashMap<>();

    /** @param capacity in bytes */
    LocalCache(Path root, long capacity, Clock clock) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.capacity = capacity;
        this.clock = clock;
        this.aside = TemporaryFolders.in(this.root.resolve(ASIDE));
        find();
    }

    /** What an earlier process left. */
    private void find() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (ObjectNames.isId(name)) {
                    folders.put(name, CachedFolder.found(entry, aside));
                }
            }
        }
    }

    /** A folder on the cache's disk, to be filled. */
    TemporaryFolder aside(String prefix) throws IOException {
        return aside.create(prefix);
    }

    /**
     * Brings a folder here, once for all who ask at the same time.
     *
     * @param intact files that are read and compared with their digests though they are here
     * @throws FetchedDamaged if a file comes with another digest, or not at all
     */
    Lease lease(FolderRecord record, List<StoredFile> intact, Fetch fetch) throws IOException, FetchedDamaged {
        CachedFolder folder = hold(record);
        try {
            folder.bring(record.files(), intact, fetch);
            return new CacheLease(folder.path(), () -> release(folder));
        } catch (IOException | FetchedDamaged | RuntimeException e) {
            release(folder);
            throw e;
        }
    }

    private synchronized CachedFolder hold(FolderRecord record) throws IOException {
        CachedFolder folder = folders.get(record.id());
        if (folder == null) {
            makeRoom(record.bytes());
            folder = new CachedFolder(root.resolve(record.id()), record.bytes(), aside);
            folders.put(record.id(), folder);
        }
        folder.hold(FileTime.from(clock.instant()));
        return folder;
    }

    private synchronized void release(CachedFolder folder) {
        folder.release();
        if (folder.isForgotten() && !folder.isLeased()) {
            remove(folder);
        }
        makeRoom(0);
    }

    private void makeRoom(long bytes) {
        while (used() + bytes > capacity) {
            Optional<CachedFolder> longestUnused = folders.values().stream()
                    .filter(folder -> !folder.isLeased())
                    .min(Comparator.comparing(CachedFolder::lastUsed));
            if (longestUnused.isEmpty()) {
                return;
            }
            remove(longestUnused.get());
        }
    }

    private long used() {
        return folders.values().stream().mapToLong(CachedFolder::bytes).sum();
    }

    private void remove(CachedFolder folder) {
        folders.remove(folder.path().getFileName().toString());
        try {
            Folders.deleteAtOnce(folder.path());
        } catch (IOException e) {
            LOG.warn("{} can't be removed: {}", folder.path(), e.toString());
        }
    }

    /** The folder is deleted in the bucket. */
    synchronized void forget(String id) {
        CachedFolder folder = folders.get(id);
        if (folder == null) {
            return;
        }
        folder.forget();
        if (!folder.isLeased()) {
            remove(folder);
        }
    }

    /** Takes over what was just put into the bucket, so that it need not be fetched. @param path on the cache's disk */
    synchronized void adopt(FolderRecord record, Path path) {
        makeRoom(record.bytes());
        if (used() + record.bytes() > capacity) {
            return;
        }
        try {
            Path own = root.resolve(record.id());
            if (AtomicFolder.publish(path, own)) {
                folders.put(record.id(), CachedFolder.found(own, aside));
            }
        } catch (IOException e) {
            LOG.warn("{} is not kept in the cache: {}", record.key(), e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        aside.close();
    }
}
