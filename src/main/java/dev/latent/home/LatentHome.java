package dev.latent.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code latent.home} ({@code LATENT_HOME}), absolute.
 *
 * @param home the folder that holds database, models, datasets, runs and caches; by default {@code latent} in the
 *     user's data directory, such as {@code ~/.local/share/latent}
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
