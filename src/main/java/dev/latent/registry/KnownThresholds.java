package dev.latent.registry;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.ThresholdFile;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The anomaly thresholds of versions, remembered: every request for scores asks, and goes on being answered while the
 * storage is away. What another replica has learned counts some seconds later.
 */
final class KnownThresholds implements CacheLoader<StorageKey, Optional<AnomalyThreshold>> {
    private static final Logger LOG = LoggerFactory.getLogger(KnownThresholds.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 1000;

    private final Storage storage;
    private final LoadingCache<StorageKey, Optional<AnomalyThreshold>> cache =
            Caffeine.newBuilder().maximumSize(MOST).refreshAfterWrite(FRESH).build(this);

    KnownThresholds(Storage storage) {
        this.storage = storage;
    }

    /** @param version its folder */
    Optional<AnomalyThreshold> get(StorageKey version) {
        return cache.get(version);
    }

    void forget(StorageKey version) {
        cache.invalidate(version);
    }

    @Override
    public Optional<AnomalyThreshold> load(StorageKey version) {
        try {
            Optional<InputStream> file = storage.open(version.child(ThresholdFile.NAME));
            return file.isEmpty() ? Optional.empty() : Optional.of(ThresholdFile.read(file.get()));
        } catch (StorageUnavailable e) {
            throw e.unchecked();
        } catch (IOException e) {
            LOG.warn("The anomaly threshold of {} can't be read", version, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<AnomalyThreshold> reload(StorageKey version, Optional<AnomalyThreshold> old) {
        try {
            return load(version);
        } catch (RuntimeException e) {
            LOG.debug("The anomaly threshold of {} stays as it was", version, e);
            return old;
        }
    }
}
