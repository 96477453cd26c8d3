package dev.latent.dataset.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder on disk holds, by name, without what is hidden and without links.
 *
 * @param emptyFolders those with nothing in them, or only what is hidden
 */
record FolderContent(List<FolderFile> files, List<String> emptyFolders) {
    private static final int DEPTH = 4;

    /** @param most how many entries are looked at, and one more */
    static FolderContent of(Path folder, int most) throws IOException {
        Path root = folder.toRealPath();
        List<FolderFile> files = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (Path entry : entries(root, most)) {
            String path = root.relativize(entry).toString().replace('\\', '/');
            if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                files.add(FolderFile.of(path, entry));
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && isEmpty(entry)) {
                empty.add(path);
            }
        }
        return new FolderContent(files, empty);
    }

    private static List<Path> entries(Path root, int most) throws IOException {
        try (Stream<Path> entries = Files.walk(root, DEPTH)) {
            return entries.filter(entry -> !entry.equals(root))
                    .filter(entry -> !Junk.is(root.relativize(entry).toString().replace('\\', '/')))
                    .limit(most + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> Junk.is(entry.getFileName().toString()));
        }
    }
}
