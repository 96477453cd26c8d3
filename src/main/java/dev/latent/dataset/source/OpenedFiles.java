package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files on disk with the files in archives among them, which are open as long as this is. */
final class OpenedFiles implements Closeable {
    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> emptyFolders = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<ZipSource> archives = new ArrayList<>();

    private OpenedFiles() {}

    /** @param zips whether {@code .zip} files are archives too, besides {@code .npz} */
    static OpenedFiles of(FolderContent onDisk, boolean zips, ImportLimits limits) throws IOException {
        OpenedFiles opened = new OpenedFiles();
        opened.emptyFolders.addAll(onDisk.emptyFolders());
        opened.leftOut.addAll(onDisk.leftOut());
        try {
            for (FolderFile file : onDisk.files()) {
                opened.add(file, zips, limits);
            }
            opened.requireDifferentPaths();
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void add(FolderFile file, boolean zips, ImportLimits limits) throws IOException {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean npz = name.endsWith(".npz");
        if (npz || zips && name.endsWith(".zip")) {
            ZipSource archive = ZipSource.open(file.file(), file.path(), npz ? file.path() + "/" : "", limits);
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

    SourceFiles files() {
        return new SourceFiles(files, emptyFolders, leftOut).lookedInto();
    }

    @Override
    public void close() throws IOException {
        for (ZipSource archive : archives) {
            archive.close();
        }
    }
}
