package dev.latent.registry;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database is away: then one thread asks it again from time to time, for all that would wait for it. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();
    private static final long NONE = Long.MIN_VALUE;

    private final Ticker ticker;
    private final AtomicLong next = new AtomicLong(NONE);

    Outage(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether the caller is to ask the database. */
    boolean mayAsk() {
        long due = next.get();
        long now = ticker.read();
        return due == NONE || now - due >= 0 && next.compareAndSet(due, now + BETWEEN);
    }

    /** The database could not be asked. */
    void goesOn() {
        if (next.getAndSet(ticker.read() + BETWEEN) == NONE) {
            LOG.warn("The database can't be reached: references stand for the versions that they stood for last");
        }
    }

    /** The database has answered. */
    void isOver() {
        if (next.get() != NONE && next.getAndSet(NONE) != NONE) {
            LOG.info("The database answers again");
        }
    }
}
