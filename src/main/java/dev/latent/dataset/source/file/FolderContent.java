package dev.latent.dataset.source.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder on disk holds, by name.
 *
 * @param emptyFolders those with nothing in them, or only what is hidden
 * @param leftOut what is hidden, what systems leave, links, and folders that lie too deep
 */
public record FolderContent(List<FolderFile> files, List<String> emptyFolders, List<LeftOut> leftOut) {
    private static final int DEPTH = 4;

    /** @param most how many files are looked at, and one more */
    public static FolderContent of(Path folder, int most) throws IOException {
        Path root = folder.toRealPath();
        FolderContent content = new FolderContent(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        JunkFound junk = new JunkFound();
        try (Stream<Path> entries = Files.walk(root, DEPTH)) {
            Iterator<Path> each = entries.skip(1).iterator();
            while (each.hasNext() && content.files.size() <= most) {
                content.add(root, each.next(), junk);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        content.leftOut.addAll(junk.leftOut());
        content.files.sort(Comparator.comparing(FolderFile::file));
        content.leftOut.sort(Comparator.comparing(LeftOut::file));
        content.emptyFolders.sort(Comparator.naturalOrder());
        return content;
    }

    private void add(Path root, Path entry, JunkFound junk) throws IOException {
        String path = DiskPath.of(root, entry);
        if (Files.isSymbolicLink(entry)) {
            leftOut.add(LeftOut.file(path, "links are not followed"));
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            addFolder(path, entry, root.relativize(entry).getNameCount());
        } else if (!junk.add(path) && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            files.add(FolderFile.of(path, entry));
        }
    }

    private void addFolder(String path, Path entry, int depth) throws IOException {
        if (Junk.is(path)) {
            return;
        }
        if (isEmpty(entry)) {
            emptyFolders.add(path);
        } else if (depth == DEPTH) {
            leftOut.add(LeftOut.file(path + "/", "folders are looked into " + DEPTH + " deep only"));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> Junk.is(entry.getFileName().toString()));
        }
    }
}
