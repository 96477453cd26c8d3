package dev.latent.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What references stand for, remembered for a moment: every inference asks, and the database took a seventh of its time.
 * A change that this process makes counts at once; one of another replica after a second.
 */
@Component
class KnownVersions {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final AtomicLong changes = new AtomicLong();
    private final Cache<Key, Known> cache;

    @Autowired
    KnownVersions() {
        this(Ticker.systemTicker());
    }

    KnownVersions(Ticker ticker) {
        cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FRESH)
                .ticker(ticker)
                .build();
    }

    /** @param find asks the database */
    ModelVersion get(String model, String reference, Supplier<ModelVersion> find) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            return find.get(); // it may see what is never committed
        }
        Key key = new Key(model, reference);
        long before = changes.get();
        Known known = cache.getIfPresent(key);
        if (known != null && known.change == before) {
            return known.version;
        }
        ModelVersion version = find.get();
        cache.put(key, new Known(before, version));
        return version;
    }

    /** The registry is changed, now or with the transaction under way. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changes.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet();
            }
        });
    }

    private record Key(String model, String reference) {}

    /** @param change how many changes there had been before it was read */
    private record Known(long change, ModelVersion version) {}
}
