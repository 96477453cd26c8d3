package dev.latent.dataset.source.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the fields of a column are. */
public enum ColumnType {
    NUMBER,
    /** One of a few texts or numbers. */
    CATEGORY,
    /** A category that is one of two. */
    BOOLEAN,
    DATE_TIME,
    /** Many different ones: left out. */
    TEXT,
    /** All different: left out. */
    ID,
    /** Left out, whatever it is. */
    IGNORE;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static ColumnType of(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is no type of column; there are "
                        + Arrays.stream(values()).map(ColumnType::id).collect(Collectors.joining(", "))));
    }

    public boolean isLeftOut() {
        return this == TEXT || this == ID || this == IGNORE;
    }

    public boolean isCategory() {
        return this == CATEGORY || this == BOOLEAN;
    }
}
