package dev.latent.exchange.csv;

import java.io.IOException;

/** A CSV text that can't be read, or in more than one way; the message says where and why. */
public final class UnclearCsv extends IOException {
    private static final long serialVersionUID = 1;

    private final String option;
    private final boolean tooLarge;

    private UnclearCsv(String message, String option, boolean tooLarge) {
        super(message);
        this.option = option;
        this.tooLarge = tooLarge;
    }

    UnclearCsv(String message) {
        this(message, "", false);
    }

    /** @param option what of {@link CsvHints} would make it clear, in words */
    UnclearCsv(String message, String option) {
        this(message, "; " + option, false);
    }

    static UnclearCsv tooLarge(String message) {
        return new UnclearCsv(message, "", true);
    }

    /** With what may be said of the text, so that it can be read. */
    public String withOption() {
        return getMessage() + option;
    }

    /** Whether something may be said of the text, so that it can be read. */
    public boolean hasOption() {
        return !option.isEmpty();
    }

    /** Whether it would take more memory than there is for it. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
