package dev.latent.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.latent.cluster.DatabaseAway;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What references stand for, remembered for a moment: every inference asks, and the database took a seventh of its time.
 * A change that this process makes counts at once; one of another replica after a second. While the database is away, what
 * was known last counts on.
 */
@Component
class KnownVersions {
    private static final long FRESH = Duration.ofSeconds(1).toNanos();
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final Ticker ticker;
    private final Outage outage;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Key, Known> cache;

    @Autowired
    KnownVersions() {
        this(Ticker.systemTicker());
    }

    KnownVersions(Ticker ticker) {
        this.ticker = ticker;
        this.outage = new Outage(ticker);
        cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
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
        if (known != null && (isFresh(known, before) || !outage.mayAsk())) {
            return known.version;
        }
        try {
            ModelVersion version = find.get();
            outage.isOver();
            cache.put(key, new Known(before, version, ticker.read()));
            return version;
        } catch (RuntimeException e) {
            return lastKnown(key, known, e);
        }
    }

    private boolean isFresh(Known known, long changes) {
        return known.change == changes && ticker.read() - known.read < FRESH;
    }

    private ModelVersion lastKnown(Key key, @Nullable Known known, RuntimeException failure) {
        if (!DatabaseAway.isWhy(failure)) {
            cache.invalidate(key);
            throw failure;
        }
        outage.goesOn();
        if (known == null) {
            throw failure;
        }
        return known.version;
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

    /**
     * @param change how many changes there had been before it was read
     * @param read when it was, in nanoseconds
     */
    private record Known(long change, ModelVersion version, long read) {}
}
