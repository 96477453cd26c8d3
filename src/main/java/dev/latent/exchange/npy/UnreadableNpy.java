package dev.latent.exchange.npy;

import java.io.IOException;

/** Bytes are no NPY file that this service takes; the message says why, for whoever sent them. */
public final class UnreadableNpy extends IOException {
    public UnreadableNpy(String message) {
        super(message);
    }
}
