package dev.latent.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The time of the database: the machine's, set right from time to time. Whoever shares the database agrees on it, so
 * that places in a line, heartbeats and ages mean the same to all, wherever they were written.
 */
final class DatabaseClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration WRONG = Duration.ofSeconds(2);
    private static final Duration TOO_LONG = Duration.ofSeconds(1);

    private final MachineTime machine;
    private final Supplier<Instant> database;
    private volatile Duration behind = Duration.ZERO;

    /** @param database asks the database */
    DatabaseClock(MachineTime machine, Supplier<Instant> database) {
        this.machine = machine;
        this.database = database;
        set(Duration.between(machine.now(), database.get()));
    }

    /** What can't be asked now is asked the next time. */
    @Scheduled(fixedDelayString = "10s")
    void set() {
        try {
            Instant before = machine.now();
            Instant there = database.get();
            Duration took = Duration.between(before, machine.now());
            if (!took.isNegative() && took.compareTo(TOO_LONG) < 0) {
                set(Duration.between(before.plus(took.dividedBy(2)), there));
            }
        } catch (DataAccessException e) {
            LOG.debug("The database's time is not known now", e);
        }
    }

    private void set(Duration measured) {
        if (measured.minus(behind).abs().compareTo(WRONG) > 0) {
            LOG.warn(
                    "This machine's clock is {} s {} the database's, which counts",
                    measured.abs().toMillis() / 1000.0,
                    measured.isNegative() ? "ahead of" : "behind");
        }
        behind = measured;
    }

    @Override
    public Instant instant() {
        return machine.now().plus(behind);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** An instant is all that anybody asks. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
