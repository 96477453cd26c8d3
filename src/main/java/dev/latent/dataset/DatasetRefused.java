package dev.latent.dataset;

import java.io.IOException;

/** Files make no dataset; the message names the file, or what the client asked for, and the reason. */
public final class DatasetRefused extends IOException {
    private final String field;
    private final boolean tooLarge;

    private DatasetRefused(String message, String field, boolean tooLarge) {
        super(message);
        this.field = field;
        this.tooLarge = tooLarge;
    }

    public DatasetRefused(String file, String reason) {
        this(file + ": " + reason, "file", false);
    }

    /** It would take more than this service gives. */
    public static DatasetRefused tooLarge(String file, String reason) {
        return new DatasetRefused(file + ": " + reason, "file", true);
    }

    /** The files may be fine, but not with this option. @param option the upload's field */
    public static DatasetRefused option(String option, String reason) {
        return new DatasetRefused(option + " " + reason, option, false);
    }

    /** The field of an upload that is to be changed. */
    public String field() {
        return field;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
