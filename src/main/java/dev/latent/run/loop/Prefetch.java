package dev.latent.run.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Prepares the next items on a thread of its own while the current ones are used. It prepares several each time: a
 * wake-up takes a core from the engine's threads, and they wait for one another.
 */
public final class Prefetch<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "batches");
        worker.setDaemon(true);
        return worker;
    });
    private final LongFunction<T> load;
    private final int atOnce;
    private final Queue<T> ready = new ArrayDeque<>();
    private Future<List<T>> next;
    private long number;

    /** @param atOnce how many are prepared together; twice as many are in memory at most */
    Prefetch(long first, int atOnce, LongFunction<T> load) {
        this.load = load;
        this.atOnce = atOnce;
        this.number = first;
        this.next = submit();
    }

    private Future<List<T>> submit() {
        long from = number;
        number += atOnce;
        return thread.submit(() -> {
            List<T> items = new ArrayList<>(atOnce);
            for (long n = from; n < from + atOnce; n++) {
                items.add(load.apply(n));
            }
            return items;
        });
    }

    T take() {
        if (ready.isEmpty()) {
            ready.addAll(prepared());
            next = submit();
        }
        return ready.remove();
    }

    private List<T> prepared() {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
