package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes what was written to a prepared folder. */
record ContentSummary(DatasetLayout layout, Map<Split, Extent> extents) {
    DatasetDescription describe(Path folder, String digest) throws IOException {
        Map<Split, SampleSource> sources = new EnumMap<>(Split.class);
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (Map.Entry<Split, Extent> extent : extents.entrySet()) {
            sources.put(extent.getKey(), new PreparedFiles(folder).map(layout, extent.getValue(), null));
            counts.put(extent.getKey(), extent.getValue().count());
        }
        ColumnScan columns = layout.shape().isImage() ? null : scan(folder);
        return new DatasetDescription(
                layout.name(),
                layout.shape(),
                layout.classes(),
                counts,
                columns == null ? ValueRange.PIXELS : columns.range(),
                columns == null ? null : columns.columns(layout.name()),
                layout.table().labelColumn(),
                digest,
                layout.source(),
                balance(sources),
                layout.pictures());
    }

    private ColumnScan scan(Path folder) throws IOException {
        Extent training = Objects.requireNonNull(extents.get(Split.TRAIN));
        return ColumnScan.of(layout.table(), new PreparedFiles(folder).stored(layout, training, null));
    }

    private @Nullable Map<Split, List<Integer>> balance(Map<Split, SampleSource> sources) {
        if (layout.classes() == null) {
            return null;
        }
        Map<Split, List<Integer>> balance = new EnumMap<>(Split.class);
        sources.forEach((split, source) -> {
            if (source.count() == 0 || source.labelled()) {
                balance.put(split, balance(source));
            }
        });
        return balance;
    }

    private List<Integer> balance(SampleSource source) {
        int[] samples = new int[layout.classCount()];
        for (int i = 0; i < source.count(); i++) {
            samples[source.label(i)]++;
        }
        return Arrays.stream(samples).boxed().toList();
    }
}
