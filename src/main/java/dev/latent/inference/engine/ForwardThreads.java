package dev.latent.inference.engine;

import dev.latent.nn.engine.TensorEngine;
import dev.latent.problem.Problem;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The few threads that call models, and those of requests that call one themselves: a bounded number at a time, each with
 * the same share of the engine's own threads.
 */
@Component
class ForwardThreads implements Forwards, AutoCloseable {
    private static final Duration LONGEST_FORWARD = Duration.ofSeconds(30);

    private final int count;
    private final int engineThreads;
    private final Semaphore free;
    private final ThreadLocal<Boolean> settled = ThreadLocal.withInitial(this::settle);
    private final ExecutorService executor;

    ForwardThreads(InferenceProperties properties) {
        count = properties.forwardCount();
        engineThreads = properties.threadsPerForward();
        free = new Semaphore(count, true);
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "forward-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private boolean settle() {
        TensorEngine.threads(engineThreads);
        return true;
    }

    int count() {
        return count;
    }

    /** @throws Problem 503 when the service goes down */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(() -> {
                free.acquireUninterruptibly();
                run(task);
            });
        } catch (RejectedExecutionException e) {
            throw Problem.unavailable(Duration.ofSeconds(5), "the service is going down");
        }
    }

    /** Not where the engine has threads of its own for a call: it would keep them for every thread that calls. */
    @Override
    public boolean runHere(Runnable task) {
        if (engineThreads > 1 || executor.isShutdown() || !tryAcquire()) {
            return false;
        }
        run(task);
        return true;
    }

    /** Behind those that wait. */
    private boolean tryAcquire() {
        try {
            return free.tryAcquire(0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run(Runnable task) {
        try {
            settled.get();
            task.run();
        } finally {
            free.release();
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
