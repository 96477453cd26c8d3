package dev.latent.inference;

import dev.latent.nn.engine.TensorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What a client calls again and again. */
interface Calls extends AutoCloseable {
    void once() throws Exception;

    @Override
    default void close() {}

    /** Each client has its own. */
    interface Opening {
        Calls open() throws Exception;
    }

    /** @return calls a second of all clients together */
    static double perSecond(int clients, double seconds, Opening opening) throws Exception {
        long start = System.nanoTime();
        long until = start + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> count(until, opening)));
            }
            long calls = 0;
            for (Future<Long> client : running) {
                calls += client.get(60 + (long) seconds, TimeUnit.SECONDS);
            }
            return calls / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(long until, Opening opening) throws Exception {
        TensorEngine.threads(1);
        try (Calls calls = opening.open()) {
            long count = 0;
            for (; System.nanoTime() < until; count++) {
                calls.once();
            }
            return count;
        }
    }
}
