package dev.latent.family;

import java.util.Locale;

/** How the constants of enums are written in JSON. */
public final class Ids {
    private Ids() {}

    /** {@code NON_SATURATING} → {@code non-saturating}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
