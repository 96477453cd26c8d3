package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The images of a split and, where there are any, their labels. */
record IdxPair(SourceFile images, @Nullable SourceFile labels) {

    /** Sorts the files by their names and headers: one dimension is labels, more are images. */
    static Map<Split, IdxPair> sort(List<? extends SourceFile> files) throws IOException {
        Map<Split, SourceFile> images = new EnumMap<>(Split.class);
        Map<Split, SourceFile> labels = new EnumMap<>(Split.class);
        for (SourceFile file : withoutPackedTwins(files)) {
            Split split = SplitNames.ofFile(file.name()).orElse(Split.TRAIN);
            SourceFile other = (dimensions(file) == 1 ? labels : images).put(split, file);
            if (other != null) {
                throw new DatasetRefused(file.path(), "it is for the split " + split + ", and so is " + other.path());
            }
        }
        return pairs(images, labels);
    }

    private static Map<Split, IdxPair> pairs(Map<Split, SourceFile> images, Map<Split, SourceFile> labels)
            throws DatasetRefused {
        Map<Split, IdxPair> pairs = new EnumMap<>(Split.class);
        for (Map.Entry<Split, SourceFile> entry : images.entrySet()) {
            pairs.put(entry.getKey(), new IdxPair(entry.getValue(), labels.remove(entry.getKey())));
        }
        for (SourceFile lonely : labels.values()) {
            throw new DatasetRefused(lonely.path(), "these are labels, but their images are missing");
        }
        boolean labelled = pairs.values().stream().anyMatch(pair -> pair.labels() != null);
        for (IdxPair pair : pairs.values()) {
            if (labelled && pair.labels() == null) {
                throw new DatasetRefused(pair.images().path(), "its labels are missing; another split has labels");
            }
        }
        return pairs;
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
