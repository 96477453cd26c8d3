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
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that is filled under another name and takes its own when it is complete. */
final class FolderInMaking {
    /** What the name of a folder that isn't complete ends with. */
    static final String SUFFIX = ".partial";

    private final Path target;
    private final Path path;

    private FolderInMaking(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    static FolderInMaking beside(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path path = parent.resolve(target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
        return new FolderInMaking(target, Files.createDirectory(path));
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
