package dev.latent.dataset;

import java.io.IOException;

/** Files make no dataset; the message names the file and the reason. */
public final class DatasetRefused extends IOException {
    public DatasetRefused(String file, String reason) {
        super(file + ": " + reason);
    }
}
