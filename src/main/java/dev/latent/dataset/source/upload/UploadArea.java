package dev.latent.dataset.source.upload;

import dev.latent.files.Folders;
import dev.latent.files.TemporaryFolder;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where uploaded files lie while they are read: {@code uploads} of the home, emptied when the service starts. */
@Component
class UploadArea {
    private final Path folder;

    UploadArea(LatentHome home) throws IOException {
        folder = home.resolve("uploads");
        Folders.delete(folder);
        Files.createDirectories(folder);
    }

    /** For the files of one upload, gone when it is closed. */
    TemporaryFolder open() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(folder, "dataset"));
    }
}
