package dev.latent.inference;

import dev.latent.nn.TensorEngine;
import dev.latent.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The few threads that call models, each with the same share of the engine's own threads. */
@Component
class ForwardThreads implements Executor, AutoCloseable {
    private static final Duration LONGEST_FORWARD = Duration.ofSeconds(30);

    private final int count;
    private final ExecutorService executor;

    ForwardThreads(InferenceProperties properties) {
        count = properties.forwardCount();
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(
                    () -> {
                        TensorEngine.threads(properties.threadsPerForward());
                        task.run();
                    },
                    "forward-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** @throws Problem 503 when the service goes down */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            throw Problem.unavailable(Duration.ofSeconds(5), "the service is going down");
        }
    }

    /** Lets what runs and what waits end, then takes no more. */
    @Override
    public void close() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(LONGEST_FORWARD.toSeconds(), TimeUnit.SECONDS)) {
            executor.shutdownNow();
        }
    }
}
