package dev.latent.quality.data;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which datasets show the same things under the same indices: known to evaluation, never used in training. */
public final class Pairing {
    private static final Set<Set<String>> PAIRED = Set.of(
            Set.of("digits", "digits-outline"),
            Set.of("mnist", "mnist-inverted"),
            Set.of("digits-coloured", "digits-coloured-inverted"));

    private Pairing() {}

    /** Whether the test splits are paired: by their names, and by what else can be seen of them. */
    public static boolean isKnown(List<Dataset> datasets) {
        List<String> names =
                datasets.stream().map(dataset -> dataset.description().name()).toList();
        return names.size() == 2
                && !names.get(0).equals(names.get(1))
                && PAIRED.contains(Set.copyOf(names))
                && sameLabels(Part.of(datasets.get(0), Split.TEST), Part.of(datasets.get(1), Split.TEST));
    }

    private static boolean sameLabels(Part a, Part b) {
        int[] all = IntStream.range(0, a.count()).toArray();
        return a.count() == b.count() && java.util.Arrays.equals(a.labels(all), b.labels(all));
    }
}
