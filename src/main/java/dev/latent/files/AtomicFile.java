package dev.latent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written aside, synced, and moved to where they belong. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes a file's content to a path that is not there yet. */
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /** Replaces a file, or makes it, and its folder. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, file -> Files.write(file, content));
    }

    /** Replaces a file, or makes it, and its folder. */
    public static void write(Path target, Content content) throws IOException {
        Path file = target.toAbsolutePath();
        Files.createDirectories(file.getParent());
        Path unfinished = Unfinished.beside(file);
        try {
            content.writeTo(unfinished);
            replace(file, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Moves a complete file on the same disk to where it belongs, whose folder must be there. */
    public static void replace(Path target, Path complete) throws IOException {
        Folders.sync(complete);
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(target.getParent());
    }
}
