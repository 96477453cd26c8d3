package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.SplitFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An array of samples and, where there is one, that of their labels. */
record NpyPair(SourceFile samples, @Nullable SourceFile labels) {
    /** The pairs of one split each, or one for all. */
    static SplitFiles<NpyPair> sort(List<SourceFile> arrays) throws DatasetRefused {
        List<SourceFile> samples = new ArrayList<>();
        List<SourceFile> labels = new ArrayList<>();
        for (SourceFile array : arrays) {
            (holdsLabels(array.name()) ? labels : samples).add(array);
        }
        if (samples.isEmpty()) {
            throw new DatasetRefused(labels.get(0).path(), "these are labels, but their samples are missing");
        }
        SplitFiles<SourceFile> sampleFiles = SplitFiles.of(samples, SourceFile::path);
        if (labels.isEmpty()) {
            return sampleFiles.map((file, split) -> new NpyPair(file, null));
        }
        if (samples.size() == 1 && labels.size() == 1) {
            return sampleFiles.map((file, split) -> new NpyPair(file, labels.get(0)));
        }
        SplitFiles<SourceFile> labelFiles = SplitFiles.of(labels, SourceFile::path);
        requireSamples(labelFiles, sampleFiles);
        return sampleFiles.map((file, split) -> new NpyPair(file, labels(labelFiles, split, file)));
    }

    /** Samples to test on may be without. */
    private static @Nullable SourceFile labels(SplitFiles<SourceFile> labels, @Nullable Split split, SourceFile samples)
            throws DatasetRefused {
        return split == Split.TEST && !labels.named().containsKey(split) ? null : labels.get(split, samples.path());
    }

    private static void requireSamples(SplitFiles<SourceFile> labels, SplitFiles<SourceFile> samples)
            throws DatasetRefused {
        for (Split split : labels.named().keySet()) {
            if (!samples.named().containsKey(split)) {
                throw new DatasetRefused(
                        labels.named().get(split).path(), "these are labels, but their samples are missing");
            }
        }
    }

    /** {@code y_train.npy}, {@code labels.npy}, {@code test_targets.npy} … */
    private static boolean holdsLabels(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(label|target).*|y([^a-z].*)?|.*[^a-z]y\\.npy");
    }
}
