package dev.latent.storage.s3;

import dev.latent.cluster.StartPatience;
import dev.latent.home.LatentHome;
import dev.latent.storage.StorageProperties;
import dev.latent.storage.Stores;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between disk and bucket, at the start: conditions are settled by the build. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageProperties.class)
class StoresConfiguration {
    @Bean
    Stores stores(StorageProperties settings, StartPatience patience, LatentHome home, Clock clock) throws Exception {
        if (settings.s3().bucket() != null) {
            Path copies = home.resolve("caches").resolve("storage");
            return patience.open(
                    "the bucket " + settings.s3().bucket(),
                    () -> S3Stores.of(settings.s3(), settings.cacheSize().toBytes(), copies, clock),
                    BucketFailure::isSilence);
        }
        if (settings.s3().isSetWithoutBucket()) {
            throw new IllegalArgumentException(
                    "latent.storage.s3.bucket must be set, as other settings of latent.storage.s3 are");
        }
        return Stores.onDisk();
    }
}
