package dev.latent.dataset;

import java.io.IOException;

/** Files make no dataset; the message names the file and the reason. */
public final class DatasetRefused extends IOException {
    private final boolean tooLarge;

    private DatasetRefused(String file, String reason, boolean tooLarge) {
        super(file + ": " + reason);
        this.tooLarge = tooLarge;
    }

    public DatasetRefused(String file, String reason) {
        this(file, reason, false);
    }

    /** It would take more than this service gives. */
    public static DatasetRefused tooLarge(String file, String reason) {
        return new DatasetRefused(file, reason, true);
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
