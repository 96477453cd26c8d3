package dev.latent.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Gets a file of a folder from where it is kept; empty if it is gone. */
interface Fetch {
    Optional<InputStream> open(String name) throws IOException;
}
