package dev.latent.inference.stream;

import dev.latent.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Parts that are computed on other threads while the next one is read. Only a few are there at a time, whoever is slow:
 * the client that sends, the models, or the client that receives. They come out in the order in which they went in.
 */
final class PartQueue implements AutoCloseable {
    private final Executor threads;
    private final int mostUnderWay;
    private final Sink sink;
    private final Deque<FutureTask<Part>> underWay = new ArrayDeque<>();

    /** Where parts go. */
    interface Sink {
        void take(Part part) throws IOException;
    }

    PartQueue(Executor threads, int mostUnderWay, Sink sink) {
        this.threads = threads;
        this.mostUnderWay = mostUnderWay;
        this.sink = sink;
    }

    /** Waits until there is room. @throws RuntimeException what went wrong with an earlier part */
    void add(Callable<Part> part) throws IOException {
        while (underWay.size() >= mostUnderWay) {
            takeOldest();
        }
        FutureTask<Part> task = new FutureTask<>(part);
        underWay.add(task);
        threads.execute(task);
    }

    /** Waits for all. */
    void drain() throws IOException {
        while (!underWay.isEmpty()) {
            takeOldest();
        }
    }

    private void takeOldest() throws IOException {
        sink.take(run(underWay.remove()::get));
    }

    /** What a task gives, or what it failed with. */
    static Part run(Callable<Part> task) throws IOException {
        try {
            return task.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a part of an answer could not be computed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(Duration.ofSeconds(5), "the service is going down");
        } catch (Exception e) {
            throw new IllegalStateException("a part of an answer could not be computed", e);
        }
    }

    /** What has begun is of no use to anyone now, but waited for: it uses the model. */
    @Override
    public void close() {
        for (FutureTask<Part> task : underWay) {
            try {
                task.get();
            } catch (ExecutionException e) {
                continue; // an earlier part has failed already
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        underWay.clear();
    }
}
