package dev.latent.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** Folders as wholes. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with all that is in it, or a file, where it is there; links are deleted, not followed. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            PathUtils.delete(path);
        }
    }

    /** Deletes a folder that is there until it is gone as a whole. */
    public static void deleteAtOnce(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Path rest = Unfinished.beside(folder);
            Files.move(folder, rest, StandardCopyOption.ATOMIC_MOVE);
            delete(rest);
        }
    }

    /** The plain files right in a folder, without links, by name. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    /** Has a file, or the entries of a folder, written to the disk. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            if (!Files.isDirectory(path)) { // Windows opens no folders
                throw e;
            }
        }
    }
}
