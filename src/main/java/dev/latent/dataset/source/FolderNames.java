package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the folders of pictures mean: below the folder that holds all of them first the split, then the class, each of
 * which may be missing for all.
 *
 * @param root the folders that all pictures have in common
 */
record FolderNames(int root, boolean splits, boolean classes, List<String> empty) {

    static FolderNames of(List<SourceFile> pictures, List<String> empty) throws DatasetRefused {
        String[] first = parts(pictures.get(0).path());
        int common = first.length - 1;
        for (SourceFile picture : pictures) {
            common = common(first, parts(picture.path()), common);
        }
        for (String folder : empty) {
            common = common(first, parts(folder), common);
        }
        int root = common;
        boolean splits = pictures.stream()
                .allMatch(picture ->
                        SplitNames.ofFolder(part(picture.path(), root)).isPresent());
        int depth = first.length - 1 - root - (splits ? 1 : 0);
        for (SourceFile picture : pictures) {
            if (parts(picture.path()).length - 1 - root - (splits ? 1 : 0) != depth || depth > 1) {
                throw new DatasetRefused(
                        picture.path(),
                        "pictures lie in class folders (below train, validation and test, if any), all equally deep");
            }
        }
        return new FolderNames(root, splits, depth == 1, empty);
    }

    private static int common(String[] a, String[] b, int most) {
        int same = 0;
        while (same < Math.min(most, b.length - 1) && a[same].equals(b[same])) {
            same++;
        }
        return same;
    }

    @Nullable
    Split split(String path) {
        return splits ? SplitNames.ofFolder(part(path, root)).orElseThrow() : null;
    }

    @Nullable
    String label(String path) {
        return classes ? part(path, root + (splits ? 1 : 0)) : null;
    }

    /** Folders that stand where class folders do, and hold nothing. */
    List<String> emptyClasses() {
        int depth = root + (splits ? 1 : 0) + 1;
        return empty.stream()
                .filter(folder -> classes && parts(folder).length == depth)
                .toList();
    }

    private static String[] parts(String path) {
        return path.split("/");
    }

    private static String part(String path, int index) {
        String[] parts = parts(path);
        return index < parts.length - 1 ? parts[index] : "";
    }
}
