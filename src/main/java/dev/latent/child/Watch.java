package dev.latent.child;

import dev.latent.child.ChildEnd.Code;
import dev.latent.child.ChildEnd.How;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stays with a child until it has ended, and ends it where it must not go on. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    /** For a checkpoint, when the service goes down. */
    private static final Duration TO_STOP = Duration.ofSeconds(8);
    /** For a checkpoint, when nobody wants the work any more: it is to end within a second. */
    private static final Duration TO_END = Duration.ofMillis(800);

    private final Child child;
    private final ChildBounds bounds;
    private final BooleanSupplier wanted;
    private final ServiceEnd serviceEnd;
    private final Clock clock;
    private final Instant started;

    Watch(Child child, ChildBounds bounds, BooleanSupplier wanted, ServiceEnd serviceEnd, Clock clock) {
        this.child = child;
        this.bounds = bounds;
        this.wanted = wanted;
        this.serviceEnd = serviceEnd;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @param from when it is killed, if it is still there */
    private record Order(ChildEnd end, Instant from) {}

    /** Once all that it wrote is read. What is done is done, whatever was ordered meanwhile. */
    ChildEnd untilEnded() throws InterruptedException {
        Order order = null;
        while (!child.waitFor(LOOK)) {
            if (order == null) {
                order = order();
            }
            if (order != null && !clock.instant().isBefore(order.from())) {
                child.kill();
            }
        }
        ExitCode code = child.exitCode();
        ChildEnd end = order == null || code.isDone() ? code.explain(bounds, child.lastWords()) : order.end();
        return end.withLastWords(child.lastWords());
    }

    private @Nullable Order order() {
        if (!isWanted()) {
            return stop(How.UNWANTED, TO_END);
        }
        if (serviceEnd.isNear()) {
            return stop(How.STOPPED, TO_STOP);
        }
        long resident = child.residentBytes().orElse(0);
        if (resident > bounds.memory()) {
            return kill(
                    Code.MEMORY,
                    "took " + mebibytes(resident) + " MiB, more than the " + mebibytes(bounds.memory()) + " of "
                            + bounds.settings() + ".memory");
        }
        if (clock.instant().isAfter(child.lastHeard().plus(bounds.silence()))) {
            return kill(Code.SILENT, "reported nothing for " + bounds.silence());
        }
        Duration longest = bounds.longest();
        return longest != null && clock.instant().isAfter(started.plus(longest))
                ? kill(Code.TOO_LONG, "took longer than " + longest)
                : null;
    }

    private boolean isWanted() {
        try {
            return wanted.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("Can't see whether a child's work is still wanted; it goes on", e);
            return true;
        }
    }

    private Order stop(How how, Duration time) {
        child.stop();
        return new Order(ChildEnd.of(how), clock.instant().plus(time));
    }

    private Order kill(String code, String what) {
        return new Order(ChildEnd.broke(code, "The " + bounds.process() + " process " + what), clock.instant());
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
