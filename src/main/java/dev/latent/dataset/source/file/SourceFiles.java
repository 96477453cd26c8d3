package dev.latent.dataset.source.file;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The files that a dataset is made of.
 *
 * @param folders the folders that have no file in them
 * @param leftOut what is there but no file of a dataset: hidden, what systems leave, links
 */
public record SourceFiles(List<? extends SourceFile> files, List<String> folders, List<LeftOut> leftOut) {
    public SourceFiles withEach(UnaryOperator<SourceFile> change) {
        return new SourceFiles(files.stream().<SourceFile>map(change::apply).toList(), folders, leftOut);
    }

    /** Those whose names end so. */
    public List<SourceFile> ending(String... endings) {
        return files.stream()
                .<SourceFile>map(file -> file)
                .filter(file -> ends(file, endings))
                .toList();
    }

    /** Whether it is opened, and its files are taken in its place. @param name of a file */
    public static boolean isArchive(String name) {
        return ends(name, ".zip", ".npz");
    }

    public static boolean ends(SourceFile file, String... endings) {
        return ends(file.name(), endings);
    }

    private static boolean ends(String given, String... endings) {
        String name = given.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
