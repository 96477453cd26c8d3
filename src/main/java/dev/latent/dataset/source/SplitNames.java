package dev.latent.dataset.source;

import dev.latent.dataset.Split;
import java.util.Locale;
import java.util.Optional;

/** The names that people give to files and folders of a split. */
final class SplitNames {
    private SplitNames() {}

    /** By the whole name of a folder. */
    static Optional<Split> ofFolder(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(Split.TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(Split.VALIDATION);
            case "test", "testing" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }

    /** By a part of a file's name: {@code t10k-images-idx3-ubyte.gz} is for testing. */
    static Optional<Split> ofFile(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.contains("t10k") || text.contains("test")) {
            return Optional.of(Split.TEST);
        }
        if (text.contains("valid") || text.matches("(.*[^a-z])?val([^a-z].*)?")) {
            return Optional.of(Split.VALIDATION);
        }
        return text.contains("train") ? Optional.of(Split.TRAIN) : Optional.empty();
    }
}
