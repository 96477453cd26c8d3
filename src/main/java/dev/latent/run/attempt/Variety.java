package dev.latent.run.attempt;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.SampleSource;
import dev.latent.family.Augmentation;
import dev.latent.family.ModelFamily;
import dev.latent.family.Variation;
import dev.latent.run.RunPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a run varies its pictures. @param note what its owner should know of it; null where they are not varied */
record Variety(Variation variation, @Nullable String note) {
    /** Fewer pictures are varied unless the client says otherwise. */
    private static final int FEW = 5000;

    private static final Variety NONE = new Variety(Variation.NONE, null);

    /** @param cut whether windows of pictures are learned from, which are varied by their place and orientation */
    static Variety of(
            RunPlan plan, ModelFamily<?> family, boolean cut, List<SampleSource> training, NDManager manager) {
        SampleSource first = training.get(0);
        if (!first.shape().isImage() || cut) {
            return NONE;
        }
        if (plan.augmentation() != null) {
            return plan.augmentation().isEmpty() ? NONE : chosen(Set.copyOf(plan.augmentation()));
        }
        int fewest = training.stream().mapToInt(SampleSource::count).min().orElse(0);
        return fewest < FEW ? byDefault(family.usualAugmentations(), training, manager) : NONE;
    }

    private static Variety chosen(Set<Augmentation> ways) {
        return new Variety(new Variation(ways), "Pictures are varied while it learns: " + names(ways) + ".");
    }

    private static Variety byDefault(Set<Augmentation> usual, List<SampleSource> training, NDManager manager) {
        Set<Augmentation> ways = EnumSet.noneOf(Augmentation.class);
        ways.addAll(usual);
        List<String> notes = new ArrayList<>();
        if (ways.contains(Augmentation.FLIP)) {
            List<MirrorTest> tests =
                    training.stream().map(rows -> MirrorTest.of(rows, manager)).toList();
            tests.stream().filter(test -> !test.passes()).findFirst().ifPresent(failed -> {
                ways.remove(Augmentation.FLIP);
                notes.add(failed.reason());
            });
        }
        if (!ways.isEmpty()) {
            notes.add(
                    0,
                    "As its pictures are fewer than %,d, they are varied while it learns: %s."
                            .formatted(FEW, names(ways)));
        }
        return new Variety(new Variation(ways), notes.isEmpty() ? null : String.join(" ", notes));
    }

    private static String names(Set<Augmentation> ways) {
        return ways.stream().sorted().map(Augmentation::id).collect(Collectors.joining(", "));
    }
}
