package dev.latent.dataset.source.idx;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.SplitFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The images of a split and, where there are any, their labels. */
record IdxPair(SourceFile images, @Nullable SourceFile labels) {

    /** Sorts the files by their names and headers: one dimension is labels, more are images. */
    static SplitFiles<IdxPair> sort(List<? extends SourceFile> files) throws IOException {
        List<SourceFile> images = new ArrayList<>();
        List<SourceFile> labels = new ArrayList<>();
        for (SourceFile file : withoutPackedTwins(files)) {
            (dimensions(file) == 1 ? labels : images).add(file);
        }
        if (images.isEmpty()) {
            throw new DatasetRefused(labels.get(0).path(), "these are labels, but their images are missing");
        }
        SplitFiles<SourceFile> imageFiles = SplitFiles.of(images, SourceFile::path);
        if (labels.isEmpty()) {
            return imageFiles.map((file, split) -> new IdxPair(file, null));
        }
        SplitFiles<SourceFile> labelFiles = SplitFiles.of(labels, SourceFile::path);
        return imageFiles.map((file, split) -> new IdxPair(file, labelFiles.get(split, file.path())));
    }

    /** A file that is there plain and gzipped counts once. */
    private static Iterable<SourceFile> withoutPackedTwins(List<? extends SourceFile> files) {
        Map<String, SourceFile> byName = new TreeMap<>();
        for (SourceFile file : files) {
            byName.merge(
                    file.path().replaceFirst("\\.gz$", ""),
                    file,
                    (a, b) -> a.path().endsWith(".gz") ? b : a);
        }
        return byName.values();
    }

    private static int dimensions(SourceFile file) throws IOException {
        try (IdxFile idx = IdxFile.open(file)) {
            return idx.dimensions().length;
        }
    }
}
