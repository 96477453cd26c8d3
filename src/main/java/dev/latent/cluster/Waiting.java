package dev.latent.cluster;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells why a start waits: at once, whenever the reason is another one, and now and then. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(30);

    private final String what;
    private final long began = System.nanoTime();
    private String told = "";
    private long toldAt = began;

    Waiting(String what) {
        this.what = what;
    }

    Duration took() {
        return since(began);
    }

    void tell(Exception failure, Duration most) {
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(told) || since(toldAt).compareTo(BETWEEN_REMINDERS) >= 0) {
            LOG.warn("The start waits for {}, {} s at most: {}", what, most.toSeconds(), why);
            told = why;
            toldAt = System.nanoTime();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
