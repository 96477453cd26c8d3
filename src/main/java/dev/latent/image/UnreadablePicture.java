package dev.latent.image;

import java.io.IOException;

/** Bytes are no picture that this service takes; the message says why, for whoever sent them. */
public final class UnreadablePicture extends IOException {
    UnreadablePicture(String message) {
        super(message);
    }

    UnreadablePicture(String message, Throwable cause) {
        super(message, cause);
    }
}
