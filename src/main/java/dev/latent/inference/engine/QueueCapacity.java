package dev.latent.inference.engine;

import dev.latent.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Bounds what all waiting requests hold in memory. */
@Component
class QueueCapacity {
    private final long capacity;
    private final AtomicLong held = new AtomicLong();

    QueueCapacity(InferenceProperties properties) {
        capacity = properties.queue().toBytes();
    }

    /**
     * Takes a share; a single request is always let in.
     *
     * @throws Problem 503 if there is not that much left
     */
    void take(long bytes) {
        long before = held.getAndAdd(bytes);
        if (bytes > 0 && before > 0 && before + bytes > capacity) {
            held.addAndGet(-bytes);
            throw Problem.unavailable(Duration.ofSeconds(1), "too many requests are waiting for the models; try again");
        }
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
