package dev.latent.exchange.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What labels are called in CSV.
 *
 * @param column the name of the column that holds them, or null for {@code label}
 * @param classes the names of the classes, which stand there in place of their indices where the column has a name; or
 *     null
 */
public record LabelNames(@Nullable String column, @Nullable List<String> classes) {
    /** Indices in a column {@code label}. */
    public static final LabelNames NONE = new LabelNames(null, null);

    public static final String USUAL = "label";

    /** Stands for the label of a sample that is of none of the classes. */
    public static final int UNKNOWN = -1;

    /** What the column is called. */
    public String header() {
        return column == null ? USUAL : column;
    }

    /** What stands there for a class. */
    public String name(int label) {
        boolean named = column != null && classes != null && label >= 0 && label < classes.size();
        return named ? classes.get(label) : label == UNKNOWN ? "" : String.valueOf(label);
    }

    /** @return the class's index, or {@link #UNKNOWN} */
    public int label(String name) {
        int known = classes == null ? UNKNOWN : classes.indexOf(name);
        boolean isIndex = (column == null || classes == null) && name.matches("\\d{1,9}");
        return isIndex ? Integer.parseInt(name) : known;
    }
}
