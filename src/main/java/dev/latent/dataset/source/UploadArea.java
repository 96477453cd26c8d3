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
            JunkFound junk = new JunkFound();
            for (MultipartFile file : uploaded) {
                String name = name(file);
                if (!junk.add(name)) {
                    Path stored = folder.resolve(Integer.toString(files.size()));
                    file.transferTo(stored);
                    files.add(FolderFile.of(name, stored));
                }
            }
            return new FolderContent(files, List.of(), junk.leftOut());
        }

        private static String name(MultipartFile file) {
            String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            String name = withoutPlace(given.replace('\\', '/'));
            if (name.isBlank() || name.endsWith("/") || name.chars().anyMatch(Character::isISOControl)) {
                throw Problem.invalid("#/file", "a file has no name; its kind is told by the name's ending");
            }
            return name;
        }

        /** Folders are classes or splits, unless they say where the file lay on the client's machine. */
        private static String withoutPlace(String path) {
            boolean place = path.startsWith("/")
                    || path.matches("[A-Za-z]:.*")
                    || List.of(path.split("/")).contains("..");
            return place ? path.substring(path.lastIndexOf('/') + 1) : path.replaceFirst("^(\\./+)+", "");
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
