package dev.latent.dataset.source;

import dev.latent.home.LatentHome;
import dev.latent.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

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
        /** Files are stored under numbers: a client's names never become paths. */
        FolderContent take(List<MultipartFile> uploaded) throws IOException {
            List<FolderFile> files = new ArrayList<>();
            for (MultipartFile file : uploaded) {
                Path stored = folder.resolve(Integer.toString(files.size()));
                file.transferTo(stored.toFile());
                files.add(FolderFile.of(name(file), stored));
            }
            return new FolderContent(files, List.of(), List.of());
        }

        private static String name(MultipartFile file) {
            String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw Problem.invalid("#/file", "a file has no name; its kind is told by the name's ending");
            }
            return name;
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
