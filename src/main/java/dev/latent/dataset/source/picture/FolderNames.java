package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SplitNames;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the folders of pictures mean: below the folder that holds all of them first the split, then the class, each of
 * which may be missing for all.
 *
 * @param root the folders that all pictures have in common
 * @param splitOf what a folder's name says of the split
 */
record FolderNames(int root, boolean splits, boolean classes, Function<String, Optional<Split>> splitOf) {

    static FolderNames of(List<SourceFile> pictures) throws DatasetRefused {
        return of(pictures, SplitNames::ofFolder);
    }

    static FolderNames of(List<SourceFile> pictures, Function<String, Optional<Split>> splitOf) throws DatasetRefused {
        int root = commonFolders(pictures);
        boolean splits = pictures.stream()
                .allMatch(picture -> splitOf.apply(part(picture.path(), root)).isPresent());
        int depth = parts(pictures.get(0).path()).length - 1 - root - (splits ? 1 : 0);
        for (SourceFile picture : pictures) {
            if (parts(picture.path()).length - 1 - root - (splits ? 1 : 0) != depth || depth > 1) {
                throw new DatasetRefused(
                        picture.path(),
                        "pictures lie in class folders (below train, validation and test, if any), all equally deep");
            }
        }
        return new FolderNames(root, splits, depth == 1, splitOf);
    }

    /** How many folders, from the outermost on, all pictures are in. */
    static int commonFolders(List<SourceFile> pictures) {
        String[] first = parts(pictures.get(0).path());
        int common = first.length - 1;
        for (SourceFile picture : pictures) {
            common = common(first, parts(picture.path()), common);
        }
        return common;
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
        return splits ? splitOf.apply(part(path, root)).orElseThrow() : null;
    }

    @Nullable
    String label(String path) {
        return classes ? part(path, root + (splits ? 1 : 0)) : null;
    }

    /**
     * A folder without pictures where the others are class folders, or beside the only one, is a class that got lost.
     *
     * @param pictureless the folders that hold no picture
     */
    void requireNoneLost(List<SourceFile> pictures, List<String> pictureless) throws DatasetRefused {
        Set<String> besides = new HashSet<>();
        for (SourceFile picture : pictures) {
            besides.addAll(placesOfFolders(parts(picture.path())));
        }
        for (String folder : pictureless) {
            if (besides.contains(parent(parts(folder)))) {
                throw new DatasetRefused(
                        folder, "this class folder has no picture; put pictures in it or leave it out");
            }
            if (isLostSplit(parts(pictures.get(0).path()), parts(folder))) {
                throw new DatasetRefused(
                        folder, "this folder of a split has no picture; put pictures in it or leave it out");
            }
        }
    }

    private List<String> placesOfFolders(String[] picture) {
        if (classes) {
            return List.of(start(picture, root + (splits ? 1 : 0)));
        }
        return splits || root == 0 ? List.of() : List.of(start(picture, root - 1));
    }

    /** All pictures are in one split, and this is another one. */
    private boolean isLostSplit(String[] picture, String[] folder) {
        int depth = folder.length - 1;
        return depth < root
                && parent(folder).equals(start(picture, depth))
                && SplitNames.ofFolder(folder[depth]).isPresent()
                && SplitNames.ofFolder(picture[depth]).isPresent();
    }

    private static String parent(String[] folder) {
        return start(folder, folder.length - 1);
    }

    /** The outermost folders of a path. */
    static String start(String path, int length) {
        return start(parts(path), length);
    }

    private static String start(String[] parts, int length) {
        return String.join("/", Arrays.copyOf(parts, length));
    }

    /** A name that a Mac wrote with its accents apart is the same as another system's. */
    private static String[] parts(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).split("/");
    }

    static String part(String path, int index) {
        String[] parts = parts(path);
        return index < parts.length - 1 ? parts[index] : "";
    }
}
