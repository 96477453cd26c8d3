package dev.latent.dataset.source.file;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files on disk with the files in archives among them, which are open as long as this is. */
public final class OpenedFiles implements Closeable {
    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> emptyFolders = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<ZipSource> archives = new ArrayList<>();

    private OpenedFiles() {}

    /** @param zips whether {@code .zip} files are archives too, besides {@code .npz} */
    public static OpenedFiles of(FolderContent onDisk, boolean zips, ImportLimits limits) throws IOException {
        OpenedFiles opened = new OpenedFiles();
        opened.emptyFolders.addAll(onDisk.emptyFolders());
        opened.leftOut.addAll(onDisk.leftOut());
        try {
            boolean ofSplits = zips && areOfSplits(onDisk.files());
            for (FolderFile file : onDisk.files()) {
                opened.add(file, zips, ofSplits, limits);
            }
            opened.requireDifferentPaths();
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Whether there are several archives, and each is named after a split. */
    private static boolean areOfSplits(List<FolderFile> files) {
        List<FolderFile> archives = files.stream().filter(OpenedFiles::isZip).toList();
        return archives.size() > 1
                && archives.stream()
                        .allMatch(archive -> SplitNames.ofPath(archive.name()).isPresent());
    }

    private static boolean isZip(FolderFile file) {
        return SourceFiles.ends(file, ".zip");
    }

    private void add(FolderFile file, boolean zips, boolean ofSplits, ImportLimits limits) throws IOException {
        boolean npz = SourceFiles.ends(file, ".npz");
        if (npz || zips && isZip(file)) {
            String split = ofSplits ? SplitNames.ofPath(file.name()).orElseThrow() + "/" : "";
            ZipSource archive = ZipSource.open(file.file(), file.path(), npz ? file.path() + "/" : split, limits);
            archives.add(archive);
            files.addAll(archive.files());
            emptyFolders.addAll(archive.emptyFolders());
            leftOut.addAll(archive.leftOut());
        } else {
            files.add(file);
        }
        if (files.size() > limits.files()) {
            throw DatasetRefused.tooLarge(file.path(), "there are more than " + limits.files() + " files");
        }
    }

    private void requireDifferentPaths() throws DatasetRefused {
        Set<String> paths = new HashSet<>();
        for (SourceFile file : files) {
            if (!paths.add(file.path())) {
                throw new DatasetRefused(file.path(), "there are two files of this name");
            }
        }
    }

    /** What the owner of the archives may want to know of how they were read. */
    public List<String> notes() {
        return archives.stream().flatMap(archive -> archive.notes().stream()).toList();
    }

    public SourceFiles files() {
        return new SourceFiles(files, emptyFolders, leftOut);
    }

    @Override
    public void close() throws IOException {
        for (ZipSource archive : archives) {
            archive.close();
        }
    }
}
