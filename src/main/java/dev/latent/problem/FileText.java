package dev.latent.problem;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, in words: the exception's own message is often its path alone. */
final class FileText {
    private FileText() {}

    static String of(FileSystemException e) {
        String file = e.getFile() == null ? "a file" : LocalPaths.lastName(e.getFile());
        if (e instanceof NoSuchFileException) {
            return file + " is missing";
        }
        if (e instanceof AccessDeniedException) {
            return file + " may not be used by the service";
        }
        if (e instanceof FileAlreadyExistsException) {
            return file + " is there already";
        }
        if (e instanceof NotDirectoryException) {
            return file + " is no folder";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return file + " is a folder that is not empty";
        }
        return file + " can't be read or written" + (e.getReason() == null ? "" : ": " + e.getReason());
    }
}
