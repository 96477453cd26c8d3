package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV file holds the classes. */
final class LabelColumn {
    private static final List<String> USUAL = List.of("label", "class");

    private LabelColumn() {}

    /** Its index; −1 where none was asked for and none is named {@code label} or {@code class}. */
    static int find(List<String> columns, @Nullable String wanted, SourceFile file) throws DatasetRefused {
        if (wanted == null) {
            return USUAL.stream()
                    .mapToInt(columns::indexOf)
                    .filter(index -> index >= 0)
                    .findFirst()
                    .orElse(-1);
        }
        int index = columns.indexOf(wanted);
        if (index < 0) {
            throw new DatasetRefused(file.path(), "there is no column '" + wanted + "', which labelColumn names");
        }
        return index;
    }
}
