package dev.latent.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A folder that goes, with all that is in it, when it is closed. */
public record TemporaryFolder(Path path) implements Closeable {
    @Override
    public void close() throws IOException {
        Folders.delete(path);
    }
}
