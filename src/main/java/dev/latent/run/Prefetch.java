package dev.latent.run;

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
final class Prefetch<T> implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "batches");
        worker.setDaemon(true);
        return worker;
    });
    private final LongFunction<T> load;
    private final Queue<T> ready = new ArrayDeque<>(AT_ONCE);
    private Future<List<T>> next;
    private long number;

    Prefetch(long first, LongFunction<T> load) {
        this.load = load;
        this.number = first;
        this.next = submit();
    }

    private Future<List<T>> submit() {
        long from = number;
        number += AT_ONCE;
        return thread.submit(() -> {
            List<T> items = new ArrayList<>(AT_ONCE);
            for (long n = from; n < from + AT_ONCE; n++) {
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
