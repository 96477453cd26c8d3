package dev.latent.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code latent.home} ({@code LATENT_HOME}): the folder that holds database, artefacts, datasets and caches.
 *
 * @param home absolute; by default a {@code latent} folder in the user's data directory
 */
@ConfigurationProperties("latent")
public record LatentHome(Path home) {
    public LatentHome(@Nullable Path home) {
        this.home = (home == null ? UserDataDirectory.ofThisMachine().resolve("latent") : home)
                .toAbsolutePath()
                .normalize();
    }

    /** A folder inside it; not made. */
    public Path resolve(String folder) {
        return home.resolve(folder);
    }
}
