package dev.latent.exchange.csv;

import dev.latent.sample.Derivation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of which numbers are made. */
public final class DerivedField {
    private static final Set<String> MISSING =
            Set.of("", "na", "nan", "n/a", "#n/a", "null", "none", "nil", "?", "-", "--");

    private DerivedField() {}

    /** Whether a text stands for a value that is not there. */
    public static boolean isMissing(String text) {
        return MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Seconds since 1970 in UTC; NaN for what is no date. */
    public static double seconds(String text) {
        return DateTimes.seconds(text.strip());
    }

    /**
     * A number as the difference to an offset.
     *
     * @param text of the field; null where it is missing
     * @return null where it is the number that the field holds; NaN where that is no date
     */
    public static @Nullable Double difference(Derivation how, @Nullable String text, double offset) {
        String known = text == null || isMissing(text) ? null : text.strip();
        if (how.indicates()) {
            return how.holds(known) ? 1.0 : 0.0;
        }
        if (known == null) {
            return how.filling() == null ? null : (Double) (how.filling() - offset);
        }
        return how.kind() == Derivation.Kind.TIME ? (Double) (seconds(known) - offset) : null;
    }
}
