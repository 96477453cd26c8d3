package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a column's numbers are made of the fields of a column of a file.
 *
 * @param field the name of the file's column
 * @param categories the one of which a {@link Kind#CATEGORY} is 1, or all of which a {@link Kind#OTHER} is none; else null
 * @param filling what stands for a field that is missing; null where none was, and for what tells of categories
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Derivation(
        String field,
        Kind kind,
        @Nullable List<String> categories,
        @Nullable Double filling) {
    /** What the numbers are. */
    public enum Kind {
        /** The field's own, or the filling. */
        NUMBER,
        /** Seconds since 1970 in UTC, or the filling. */
        TIME,
        /** 1 where the field is missing, else 0. */
        MISSING,
        /** 1 where it is a category, else 0. */
        CATEGORY,
        /** 1 where it is a category that was never seen, else 0. */
        OTHER;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Derivation number(String field, double filling) {
        return new Derivation(field, Kind.NUMBER, null, filling);
    }

    public static Derivation time(String field, @Nullable Double filling) {
        return new Derivation(field, Kind.TIME, null, filling);
    }

    public static Derivation missing(String field) {
        return new Derivation(field, Kind.MISSING, null, null);
    }

    public static Derivation category(String field, String category) {
        return new Derivation(field, Kind.CATEGORY, List.of(category), null);
    }

    public static Derivation other(String field, List<String> known) {
        return new Derivation(field, Kind.OTHER, List.copyOf(known), null);
    }

    /** Whether its numbers are 0 or 1. */
    public boolean indicates() {
        return kind != Kind.NUMBER && kind != Kind.TIME;
    }

    /** Of one that {@link #indicates}: whether it is 1. @param text of the field, null where it is missing */
    public boolean holds(@Nullable String text) {
        List<String> known = categories == null ? List.of() : categories;
        return switch (kind) {
            case MISSING -> text == null;
            case CATEGORY -> text != null && known.contains(text);
            case OTHER -> text != null && !known.contains(text);
            case NUMBER, TIME -> throw new IllegalStateException(kind + " indicates nothing");
        };
    }
}
