package dev.latent.inference.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Requests for one call of one model. What arrives while the model is idle is computed at once, on the requesting thread
 * where it is little; what arrives while it is busy waits for the forward under way and then shares the next one. Nobody
 * waits for company, but under load a forward lets the requests go first that are about to join it.
 */
final class BatchQueue {
    /** More would gain nothing from it, and leave the memory that it took with one more thread. */
    private static final int MOST_ROWS_HERE = 16;

    /** So many requests in the forward before are a load: two clients, each with a processor, gain nothing from company. */
    private static final int LOAD = 3;

    /** How often in a row others go first although none of them joined. */
    private static final int PATIENCE = 2;

    private final BatchedCall call;
    private final Forwards threads;
    private final int mostAtOnce;
    private final int mostTogether;
    private final Runnable othersFirst;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int turns;
    private int sharedLast;

    /**
     * @param mostAtOnce how many forwards of this call may run at the same time
     * @param mostTogether how many requests may share one
     * @param othersFirst lets other threads have the processor that want it
     */
    BatchQueue(BatchedCall call, Forwards threads, int mostAtOnce, int mostTogether, Runnable othersFirst) {
        this.mostTogether = mostTogether;
        this.othersFirst = othersFirst;
        this.call = call;
        this.threads = threads;
        this.mostAtOnce = mostAtOnce;
    }

    /** At most {@link BatchedCall#MOST_ROWS} go into one forward; the results come in the order of the rows. */
    CompletableFuture<Rows> submit(Rows rows) {
        if (rows.count() <= BatchedCall.MOST_ROWS) {
            return add(rows);
        }
        List<CompletableFuture<Rows>> parts = new ArrayList<>();
        for (int from = 0; from < rows.count(); from += BatchedCall.MOST_ROWS) {
            parts.add(add(rows.range(from, Math.min(rows.count(), from + BatchedCall.MOST_ROWS))));
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        Rows.join(parts.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<Rows> add(Rows rows) {
        Waiting part = new Waiting(rows, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(part);
            if (turns == mostAtOnce) {
                return part.result;
            }
            turns++;
        }
        if (rows.count() > MOST_ROWS_HERE || !threads.runHere(this::turn)) {
            takeTurn();
        }
        return part.result;
    }

    /** In line behind the other models' turns. */
    private void takeTurn() {
        try {
            threads.execute(this::turn);
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void turn() {
        gather();
        List<Waiting> together = take();
        if (together.isEmpty()) {
            return;
        }
        try {
            Rows results =
                    call.run(Rows.join(together.stream().map(Waiting::rows).toList()));
            share(results, together);
        } catch (Throwable e) { // whatever it is, somebody waits for the answer
            together.forEach(part -> part.result.completeExceptionally(e));
        }
        if (goesOn()) {
            takeTurn();
        }
    }

    /** Lets other threads go first as long as that brings company; where the processors are free, that takes no time. */
    private void gather() {
        int before = company();
        for (int inVain = 0; before > 0 && inVain < PATIENCE; ) {
            othersFirst.run();
            int now = company();
            inVain = now > before ? 0 : inVain + 1;
            before = now;
        }
    }

    /** How many wait; 0 where a forward is to begin at once. */
    private int company() {
        synchronized (waiting) {
            return sharedLast < LOAD || waiting.size() >= mostTogether ? 0 : waiting.size();
        }
    }

    /** Whether somebody waits; else the turn has ended. */
    private boolean goesOn() {
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                turns--;
                return false;
            }
            return true;
        }
    }

    /** As many parts as fit into one forward; none ends the turn. */
    private List<Waiting> take() {
        List<Waiting> together = new ArrayList<>();
        synchronized (waiting) {
            int rows = 0;
            while (together.size() < mostTogether
                    && !waiting.isEmpty()
                    && rows + waiting.peek().rows.count() <= BatchedCall.MOST_ROWS) {
                Waiting part = waiting.remove();
                if (!part.result.isDone()) {
                    rows += part.rows.count();
                    together.add(part);
                }
            }
            if (together.isEmpty()) {
                turns--;
            }
            sharedLast = together.size();
        }
        return together;
    }

    private void giveUp(RuntimeException reason) {
        List<Waiting> stranded;
        synchronized (waiting) {
            turns--;
            stranded = List.copyOf(waiting);
            waiting.clear();
        }
        stranded.forEach(part -> part.result.completeExceptionally(reason));
    }

    private static void share(Rows results, List<Waiting> together) {
        int from = 0;
        for (Waiting part : together) {
            int to = from + part.rows.count();
            part.result.complete(together.size() == 1 ? results : results.range(from, to));
            from = to;
        }
    }

    private record Waiting(Rows rows, CompletableFuture<Rows> result) {}
}
