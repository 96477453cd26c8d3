package dev.latent.quality.measurement;

import dev.latent.measure.Agreement;
import dev.latent.quality.card.Table;
import dev.latent.quality.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Label by label. */
final class LabelTable {
    private static final int LISTED = 100;

    private LabelTable() {}

    static Table of(String name, Subject subject, Agreement agreement, long seed) {
        List<String> labels = Objects.requireNonNull(subject.description().classes());
        List<List<Object>> rows = new ArrayList<>();
        for (int label = 0; label < Math.min(LISTED, labels.size()); label++) {
            if (agreement.asked()[label] > 0) {
                rows.add(List.of(labels.get(label), agreement.asked()[label], agreement.share(label)));
            }
        }
        return new Table(
                name,
                agreement.count(),
                seed,
                "share of the samples asked for with a label that show it",
                List.of("label", "asked", "share"),
                rows);
    }
}
