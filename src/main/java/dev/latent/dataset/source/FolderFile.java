package dev.latent.dataset.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on disk. */
record FolderFile(String path, Path file, long size, long modified) implements SourceFile {
    /** @param path what it is called */
    static FolderFile of(String path, Path file) throws IOException {
        return new FolderFile(
                path, file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
