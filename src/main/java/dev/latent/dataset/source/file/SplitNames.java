package dev.latent.dataset.source.file;

import dev.latent.dataset.Split;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that people give to files and folders of a split. */
public final class SplitNames {
    private static final Pattern WORD = Pattern.compile(
            "[xy]?(train|training|test|testing|t10k|val|valid|validation|dev)(images?|labels?|data|set)?\\d*");

    /** What may stand beside a split in the name of a file that holds nothing else. */
    private static final Pattern BESIDE = Pattern.compile("x|y|images?|labels?|data|samples|idx\\d|ubyte");

    private SplitNames() {}

    /** By the whole name of a folder. */
    public static Optional<Split> ofFolder(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(Split.TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(Split.VALIDATION);
            case "test", "testing", "t10k" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }

    /**
     * By a word in a file's name, {@code t10k-images-idx3-ubyte.gz}, {@code xTrain.npy}, or else by the name of a
     * folder or an archive that it is in.
     */
    public static Optional<Split> ofPath(String path) {
        String[] parts = path.split("/");
        Optional<Split> split = ofWords(parts[parts.length - 1]);
        for (int i = parts.length - 2; i >= 0 && split.isEmpty(); i--) {
            split = parts[i].endsWith(".npz") ? ofWords(parts[i]) : ofFolder(parts[i]);
        }
        return split;
    }

    /** Whether a file is called {@code train}, {@code x_train}, {@code train-images-idx3-ubyte}, and nothing else. */
    public static boolean isTrainingAlone(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ofPath(path).filter(Split.TRAIN::equals).isPresent()
                && words(name.replaceFirst("(\\.[A-Za-z]{1,5}){0,2}$", ""))
                        .allMatch(word ->
                                ofWord(word).isPresent() || BESIDE.matcher(word).matches());
    }

    private static Optional<Split> ofWords(String name) {
        return words(name).map(SplitNames::ofWord).flatMap(Optional::stream).findFirst();
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"));
    }

    private static Optional<Split> ofWord(String word) {
        Matcher matcher = WORD.matcher(word);
        return matcher.matches() ? ofFolder(matcher.group(1)) : Optional.empty();
    }
}
