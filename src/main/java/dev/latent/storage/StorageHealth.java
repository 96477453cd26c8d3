package dev.latent.storage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether things can be kept, asked not more often than every few seconds: part of whether the service is ready. */
@Component("storage")
class StorageHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(StorageHealth.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Stores stores;
    private final Clock clock;
    private Health known = Health.unknown().build();
    private Instant asked = Instant.MIN;

    StorageHealth(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        if (!clock.instant().isBefore(asked.plus(FRESH))) {
            known = ask();
            asked = clock.instant();
        }
        return known;
    }

    private Health ask() {
        try {
            stores.check();
            return Health.up().build();
        } catch (IOException e) {
            LOG.warn("Not ready: {}", e.getMessage());
            return Health.down()
                    .withDetail("error", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
