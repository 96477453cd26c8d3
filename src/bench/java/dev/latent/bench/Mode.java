package dev.latent.bench;

import java.util.Locale;

/** How long is measured. */
public enum Mode {
    /** To see that all works: each figure from a second or a few. */
    QUICK,
    /** For figures that are to be told. */
    FULL;

    static Mode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    public <T> T choose(T quick, T full) {
        return this == QUICK ? quick : full;
    }
}
