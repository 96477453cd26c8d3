package dev.latent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary folders of this process, all in one folder that others may use too. Each process holds a lock beside its
 * part, so that whoever comes later removes what was left by processes that were killed, and nothing else.
 */
public final class TemporaryFolders implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolders.class);
    private static final String LOCK = ".lock";
    private static final String PROCESS = UUID.randomUUID().toString();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path own;
    private final Path lockFile;
    private final FileChannel lock;

    private TemporaryFolders(Path own, Path lockFile, FileChannel lock) {
        this.own = own;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Sweeps a folder, and takes a part of it. */
    public static TemporaryFolders in(Path folder) throws IOException {
        Path parent = Files.createDirectories(folder.toAbsolutePath());
        sweep(parent);
        Path own = parent.resolve(PROCESS + "-" + COUNT.incrementAndGet());
        Path lockFile = lockOf(own);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock(); // before the folder is there: nobody ever sees it without
        return new TemporaryFolders(Files.createDirectory(own), lockFile, lock);
    }

    private static Path lockOf(Path part) {
        return part.resolveSibling(part.getFileName() + LOCK);
    }

    private static void sweep(Path parent) throws IOException {
        for (Path part : partsOfOthers(parent)) {
            try {
                removeIfAbandoned(part);
            } catch (IOException e) {
                LOG.warn("What is left in {} can't be removed: {}", part, e.toString());
            }
        }
    }

    private static void removeIfAbandoned(Path part) throws IOException {
        if (Files.notExists(lockOf(part))) {
            Folders.delete(part);
            return;
        }
        try (FileChannel file = FileChannel.open(lockOf(part), StandardOpenOption.WRITE);
                FileLock free = file.tryLock()) {
            if (free != null) {
                Folders.delete(part);
                Files.deleteIfExists(lockOf(part));
            }
        }
    }

    /** Not those of this process: opening and closing its lock again would give it up. */
    private static List<Path> partsOfOthers(Path parent) throws IOException {
        try (Stream<Path> parts = Files.list(parent)) {
            return parts.filter(Files::isDirectory)
                    .filter(part -> !part.getFileName().toString().startsWith(PROCESS))
                    .toList();
        }
    }

    /** A new one. @param prefix of its name */
    public TemporaryFolder create(String prefix) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(own, prefix));
    }

    /** Removes all of them. */
    @Override
    public void close() throws IOException {
        try (lock) {
            Folders.delete(own);
            Files.deleteIfExists(lockFile);
        }
    }
}
