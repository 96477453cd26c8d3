package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SplitNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders {@code trainA}, {@code trainB}, {@code testA} and {@code testB}, in which pictures for an unpaired
 * translation are kept (CycleGAN): two datasets, each without classes.
 *
 * @param root the folders around them
 */
public record Domains(int root) {
    private static final Pattern FOLDER = Pattern.compile("([a-z]+)[-_. ]?([ab])");

    /** Empty where pictures are kept in another way. */
    static Optional<Domains> of(List<SourceFile> pictures) {
        Domains domains = new Domains(FolderNames.commonFolders(pictures));
        boolean a = false;
        boolean b = false;
        for (SourceFile picture : pictures) {
            a |= domains.isTrainingPicture(picture.path(), "a");
            b |= domains.isTrainingPicture(picture.path(), "b");
        }
        return a && b ? Optional.of(domains) : Optional.empty();
    }

    /** Whether a folder on disk holds them, by the names of its folders. */
    public static boolean areIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> folders = entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
            return folders.stream().anyMatch(name -> isTraining(name, "a"))
                    && folders.stream().anyMatch(name -> isTraining(name, "b"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isTraining(String folder, String letter) {
        return isOf(folder, letter) && split(folder).equals(Optional.of(Split.TRAIN));
    }

    private boolean isTrainingPicture(String path, String letter) {
        return isTraining(FolderNames.part(path, root), letter);
    }

    private static boolean isOf(String folder, String letter) {
        Matcher matcher = FOLDER.matcher(folder.toLowerCase(Locale.ROOT));
        return matcher.matches()
                && matcher.group(2).equals(letter)
                && SplitNames.ofFolder(matcher.group(1)).isPresent();
    }

    /** What the name of a domain's folder says of the split. */
    static Optional<Split> split(String folder) {
        Matcher matcher = FOLDER.matcher(folder.toLowerCase(Locale.ROOT));
        return matcher.matches() ? SplitNames.ofFolder(matcher.group(1)) : Optional.empty();
    }

    List<SourceFile> only(String letter, List<SourceFile> pictures) {
        return pictures.stream()
                .filter(picture -> isOf(FolderNames.part(picture.path(), root), letter))
                .toList();
    }

    /** The folders of all others. */
    List<LeftOut> besides(String letter, List<SourceFile> pictures) {
        Map<String, Integer> others = new TreeMap<>();
        for (SourceFile picture : pictures) {
            if (!isOf(FolderNames.part(picture.path(), root), letter)) {
                others.merge(FolderNames.start(picture.path(), root + 1), 1, Integer::sum);
            }
        }
        List<LeftOut> leftOut = new ArrayList<>();
        others.forEach((folder, count) -> leftOut.add(
                new LeftOut(folder + "/", "it is not of domain " + letter + ", " + count + " files", count)));
        return leftOut;
    }

    static DatasetRefused undecided() {
        return DatasetRefused.option(
                "domain",
                "is needed: trainA and trainB, as CycleGAN's pictures are kept, are two datasets; send the files once"
                        + " with domain=a under one name, and once with domain=b under another");
    }
}
