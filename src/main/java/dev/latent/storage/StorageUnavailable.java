package dev.latent.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps things can't be reached now, or doesn't let this service in. Later it may. */
public final class StorageUnavailable extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message where it is and what went wrong, without secrets */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one among a failure's causes, where there is one. */
    public static Optional<StorageUnavailable> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(StorageUnavailable.class::isInstance)
                .map(StorageUnavailable.class::cast)
                .findFirst();
    }

    /** Of code that may throw no checked exception. */
    public UncheckedIOException unchecked() {
        return new UncheckedIOException(getMessage(), this);
    }
}
