package dev.latent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that is there whole or not at all: filled under another name, and moved to its own when it is complete. */
public final class AtomicFolder implements Closeable {
    private final Path target;
    private final Path path;

    private AtomicFolder(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /** @param target what it is to be called; it need not be there yet */
    public static AtomicFolder of(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        return new AtomicFolder(absolute, Files.createDirectory(Unfinished.beside(absolute)));
    }

    /** Where it is filled. */
    public Path path() {
        return path;
    }

    /** Gives it its name. @return false if another folder has it, with something in it; then that one stays */
    public boolean publish() throws IOException {
        return publish(path, target);
    }

    /**
     * Gives a folder on the same disk another name, as a whole and with its files synced.
     *
     * @return false if another folder has that name, with something in it; then nothing has changed
     */
    public static boolean publish(Path folder, Path target) throws IOException {
        for (Path file : Folders.files(folder)) {
            Folders.sync(file);
        }
        Folders.sync(folder);
        try {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.isDirectory(target)) {
                return false;
            }
            throw e;
        }
        Folders.sync(target.getParent());
        return true;
    }

    /** Drops what was not published. */
    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
