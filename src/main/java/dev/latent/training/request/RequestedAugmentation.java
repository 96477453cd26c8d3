package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.family.Augmentation;
import dev.latent.family.ModelFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The ways in which a request wants its samples varied. */
final class RequestedAugmentation {
    private static final String NAME = "augmentation";

    private RequestedAugmentation() {}

    /** Null where the request leaves it to the data. */
    static @Nullable List<Augmentation> read(
            RequestFields fields, @Nullable ModelFamily<?> family, List<DatasetDescription> datasets) {
        JsonNode given = fields.json(NAME);
        if (given == null) {
            return null;
        }
        if (!given.isArray()) {
            fields.wrong(NAME, "a list of " + names(Set.of(Augmentation.values())));
            return null;
        }
        Set<Augmentation> chosen = new TreeSet<>();
        for (JsonNode one : given) {
            find(one)
                    .ifPresentOrElse(
                            chosen::add, () -> fields.wrong(NAME, "a list of " + names(Set.of(Augmentation.values()))));
        }
        if (!datasets.isEmpty() && !chosen.isEmpty() && !datasets.get(0).shape().isImage()) {
            fields.add(NAME, "augmentation is of pictures; " + datasets.get(0).name() + " has rows of values");
        }
        if (family != null && !family.augmentations().containsAll(chosen)) {
            fields.add(
                    NAME,
                    family.id() + " takes "
                            + (family.augmentations().isEmpty()
                                    ? "no augmentation"
                                    : "only " + names(family.augmentations())));
        }
        return List.copyOf(chosen);
    }

    private static Optional<Augmentation> find(JsonNode one) {
        return Arrays.stream(Augmentation.values())
                .filter(it -> one.isString() && it.id().equals(one.stringValue()))
                .findFirst();
    }

    private static String names(Set<Augmentation> some) {
        return some.stream().sorted().map(Augmentation::id).collect(Collectors.joining(", "));
    }
}
