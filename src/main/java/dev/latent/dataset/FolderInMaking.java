package dev.latent.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that is filled under another name and takes its own when it is complete. */
final class FolderInMaking {
    /** What the name of a folder that isn't complete ends with. */
    static final String SUFFIX = ".partial";

    /** With the whole of the name: a dataset may well be called {@code my.partial}. */
    private static final Pattern INCOMPLETE =
            Pattern.compile(".+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + Pattern.quote(SUFFIX));

    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path target;
    private final Path path;

    private FolderInMaking(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    static FolderInMaking beside(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        return new FolderInMaking(target, Files.createDirectory(besideOf(target)));
    }

    private static Path besideOf(Path target) {
        return target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
    }

    Path path() {
        return path;
    }

    void write(String file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path.resolve(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Takes its name, unless another one with the same content was faster. */
    void publish() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            discard();
        }
    }

    void discard() throws IOException {
        delete(path);
    }

    /** Deletes a folder that is there until it is gone as a whole. */
    static void deleteAtOnce(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        FolderInMaking rest = new FolderInMaking(folder, besideOf(folder));
        Files.move(folder, rest.path, StandardCopyOption.ATOMIC_MOVE);
        rest.discard();
    }

    /** Deletes the folders of makers that ended long ago. */
    static void removeAbandoned(Path parent) throws IOException {
        Instant old = Instant.now().minus(ABANDONED_AFTER);
        for (Path folder : incomplete(parent)) {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                delete(folder);
            }
        }
    }

    /** Deletes the folders of all makers: only while none can be at work. */
    static void removeAll(Path parent) throws IOException {
        for (Path folder : incomplete(parent)) {
            delete(folder);
        }
    }

    private static List<Path> incomplete(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder ->
                            INCOMPLETE.matcher(folder.getFileName().toString()).matches())
                    .toList();
        }
    }

    /** Deletes a folder with all that is in it; links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
