package dev.latent.inference.stream;

import dev.latent.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Places for streams, of which only so many run at a time, and the threads that compute their parts. */
@Component
class StreamPlaces implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final int count;
    private final Semaphore free;
    private final ExecutorService threads;

    StreamPlaces(StreamProperties properties, MeterRegistry meters) {
        count = properties.streams();
        free = new Semaphore(count);
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stream-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        Gauge.builder("latent.inference.streams", this, places -> places.count - places.free.availablePermits())
                .description("Requests under way whose samples pass as a stream, of at most latent.inference.streams")
                .register(meters);
    }

    /** @throws Problem 503 if all are taken */
    Place take() {
        if (!free.tryAcquire()) {
            throw Problem.unavailable(
                    RETRY_AFTER, count + " requests with many samples are under way, and no more are taken; try again");
        }
        return new Place(this);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Of one stream, until it is closed. */
    record Place(StreamPlaces places) implements AutoCloseable {
        Executor threads() {
            return places.threads;
        }

        @Override
        public void close() {
            places.free.release();
        }
    }
}
