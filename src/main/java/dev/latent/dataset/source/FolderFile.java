package dev.latent.dataset.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file in a folder. */
record FolderFile(String path, Path file, long size, long modified) implements SourceFile {
    private static final int DEPTH = 4;

    /** The plain files below a folder by name, neither hidden ones nor links. */
    static List<FolderFile> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            List<Path> plain = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !folder.relativize(file).toString().startsWith("."))
                    .sorted()
                    .toList();
            List<FolderFile> found = new ArrayList<>(plain.size());
            for (Path file : plain) {
                found.add(of(folder, file));
            }
            return found;
        }
    }

    private static FolderFile of(Path folder, Path file) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return new FolderFile(
                path, file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }

    @Override
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }
}
