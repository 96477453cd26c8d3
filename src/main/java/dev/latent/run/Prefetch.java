package dev.latent.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Prepares the next item on a thread of its own while the current one is used. */
final class Prefetch<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "batches");
        worker.setDaemon(true);
        return worker;
    });
    private final LongFunction<T> load;
    private Future<T> next;
    private long number;

    Prefetch(long first, LongFunction<T> load) {
        this.load = load;
        this.number = first;
        this.next = thread.submit(() -> load.apply(first));
    }

    T take() {
        try {
            T item = next.get();
            long following = ++number;
            next = thread.submit(() -> load.apply(following));
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        CompletableFuture.completedFuture(next).thenAccept(pending -> pending.cancel(false));
        thread.shutdownNow();
    }
}
