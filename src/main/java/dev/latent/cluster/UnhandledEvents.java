package dev.latent.cluster;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the events handled whose handler failed, or died with its process, whichever that was. */
@Component
class UnhandledEvents {
    private static final Logger LOG = LoggerFactory.getLogger(UnhandledEvents.class);
    /** By then whoever announced it has handled it, if it ever does. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final IncompleteEventPublications events;

    UnhandledEvents(IncompleteEventPublications events) {
        this.events = events;
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "20s")
    void handle() {
        try {
            events.resubmitIncompletePublicationsOlderThan(OVERDUE);
        } catch (RuntimeException e) {
            LOG.warn("What was announced before can't be handled now: {}", e.toString());
        }
    }
}
