package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.sample.ColumnMatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file holds the classes.
 *
 * @param name null for none
 * @param notes why it is this one, where that is not beyond doubt
 */
record LabelColumn(@Nullable String name, List<String> notes) {
    /** In any case of their letters. */
    private static final List<String> USUAL = List.of("label", "class", "target");

    /** What statisticians call so is often a number. */
    private static final String OFTEN_A_NUMBER = "target";

    private static final int MOST_CLASSES_OF_A_TARGET = 100;

    /**
     * @param wanted what was asked for: a name, empty for none, or null to take one that is called as usual
     * @throws DatasetRefused if there is no such column, or several that are called as usual
     */
    static LabelColumn of(SourceFile file, ImportOptions options) throws IOException {
        String wanted = options.labelColumn();
        try (CsvFile csv = CsvFile.open(file, options.csv())) {
            if (wanted != null && !wanted.isEmpty() && !csv.names().contains(wanted)) {
                throw new DatasetRefused(
                        file.path(),
                        "there is no column '" + wanted + "', which labelColumn names; there are "
                                + ColumnMatch.inWords(csv.names()));
            }
            if (wanted != null) {
                return new LabelColumn(wanted.isEmpty() ? null : wanted, List.of());
            }
            return usual(file, csv);
        }
    }

    private static LabelColumn usual(SourceFile file, CsvFile csv) throws IOException {
        List<String> found = csv.names().stream()
                .filter(name -> USUAL.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        if (found.size() > 1) {
            throw new DatasetRefused(
                    file.path(),
                    "the classes may be in " + ColumnMatch.inWords(found)
                            + "; say with labelColumn in which, or with an empty labelColumn that it has none");
        }
        if (found.isEmpty()) {
            return new LabelColumn(null, List.of());
        }
        String name = found.get(0);
        List<String> notes = new ArrayList<>();
        if (name.equalsIgnoreCase(OFTEN_A_NUMBER) && !holdsClasses(csv, name)) {
            notes.add(
                    "'" + name + "' holds numbers rather than classes, so it is a column like the others; labelColumn="
                            + name + " takes it for the classes");
            return new LabelColumn(null, notes);
        }
        return new LabelColumn(name, notes);
    }

    /** Words, or not many different whole numbers. */
    private static boolean holdsClasses(CsvFile csv, String name) throws IOException {
        csv.label(name);
        Set<String> labels = new HashSet<>();
        while (csv.next() && labels.size() <= MOST_CLASSES_OF_A_TARGET) {
            String label = csv.label();
            if (label != null && label.matches("[-+]?\\d*[.,]\\d+([eE][-+]?\\d+)?") && !label.matches(".*[.,]0+")) {
                return false;
            }
            labels.add(label);
        }
        return labels.size() <= MOST_CLASSES_OF_A_TARGET;
    }
}
