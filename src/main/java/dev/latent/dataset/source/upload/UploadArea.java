package dev.latent.dataset.source.upload;

import dev.latent.home.LatentHome;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Where uploaded files lie while they are read: {@code uploads} of the home, emptied when the service starts. */
@Component
class UploadArea {
    private final Path folder;

    UploadArea(LatentHome home) throws IOException {
        folder = home.resolve("uploads");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
    }

    Place open() throws IOException {
        return new Place(Files.createTempDirectory(folder, "dataset"));
    }

    /** The files of one upload, gone when it is closed. */
    record Place(Path folder) implements Closeable {
        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
