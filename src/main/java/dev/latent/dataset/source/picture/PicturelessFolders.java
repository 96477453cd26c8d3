package dev.latent.dataset.source.picture;

import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The folders that hold no picture, at whatever depth. */
final class PicturelessFolders {
    private PicturelessFolders() {}

    /** The outermost ones. */
    static List<String> of(SourceFiles files, List<SourceFile> pictures) {
        Set<String> withPictures = new HashSet<>();
        for (SourceFile picture : pictures) {
            withPictures.addAll(foldersOf(picture.path()));
        }
        Set<String> without = new LinkedHashSet<>();
        for (SourceFile file : files.files()) {
            addOutermost(foldersOf(file.path()), withPictures, without);
        }
        for (String empty : files.folders()) {
            addOutermost(foldersOf(empty + "/"), withPictures, without);
        }
        return List.copyOf(without);
    }

    private static void addOutermost(List<String> folders, Set<String> withPictures, Set<String> without) {
        folders.stream()
                .filter(folder -> !withPictures.contains(folder))
                .findFirst()
                .ifPresent(without::add);
    }

    /** From the outermost to the innermost. */
    private static List<String> foldersOf(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }
}
