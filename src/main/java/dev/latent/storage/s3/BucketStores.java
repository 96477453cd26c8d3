package dev.latent.storage.s3;

import dev.latent.storage.StorageProperties;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/** Opens a bucket for those who have no Spring about them. */
public final class BucketStores {
    private BucketStores() {}

    /**
     * @param settings with a bucket
     * @param copies where folders are brought to
     * @throws IOException if the bucket can't be used
     * @throws IllegalArgumentException that begins with the setting's name, for one that can't be
     */
    public static Stores open(StorageProperties.S3 settings, Path copies) throws IOException {
        Objects.requireNonNull(settings.bucket());
        return S3Stores.of(settings, Long.MAX_VALUE, copies, Clock.systemUTC());
    }
}
