package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchQueueTests {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Doubling doubling = new Doubling();
    private Runnable othersFirst = () -> {};
    private final BatchQueue queue = new BatchQueue(doubling, elsewhere(threads::add), 1, 128, () -> othersFirst.run());

    @Test
    void aRequestToAnIdleModelIsComputedAtOnce() {
        CompletableFuture<Rows> result = queue.submit(rows(1, 2));

        threads.remove().run();

        assertThat(result.join().values()).containsExactly(2, 4);
    }

    @Test
    void aSmallRequestToAnIdleModelIsComputedOnItsOwnThread() {
        BatchQueue idle = new BatchQueue(doubling, new Here(), 1, 128, () -> {});

        assertThat(idle.submit(rows(1, 2))).isCompletedWithValueMatching(rows -> rows.values()[1] == 4);
        assertThat(threads).isEmpty();
    }

    @Test
    void aLargeRequestLeavesItsOwnThreadFree() {
        BatchQueue idle = new BatchQueue(doubling, new Here(), 1, 128, () -> {});

        assertThat(idle.submit(rows(new float[17]))).isNotDone();
        assertThat(threads).hasSize(1);
    }

    @Test
    void whatArrivesWhileARequestIsComputedOnItsOwnThreadIsComputedElsewhere() {
        List<CompletableFuture<Rows>> later = new ArrayList<>();
        BatchQueue[] busy = new BatchQueue[1];
        busy[0] = new BatchQueue(
                new BatchedCall(new ForwardPass(null, null, Call.DENOISE), (call, rows, size) -> {}) {
                    @Override
                    Rows run(Rows rows) {
                        if (later.isEmpty()) {
                            later.add(busy[0].submit(rows(2)));
                        }
                        return rows;
                    }
                },
                new Here(),
                1,
                128,
                () -> {});
        busy[0].submit(rows(1));
        assertThat(later).noneMatch(CompletableFuture::isDone);

        runAll();

        assertThat(later).allMatch(CompletableFuture::isDone);
    }

    @Test
    void requestsThatArriveWhileTheModelIsBusyShareTheNextForward() {
        queue.submit(rows(1));
        CompletableFuture<Rows> second = queue.submit(rows(2));
        CompletableFuture<Rows> third = queue.submit(rows(3, 4));
        assertThat(threads).hasSize(1);

        threads.remove().run();

        assertThat(doubling.batches).containsExactly(4);
        assertThat(second.join().values()).containsExactly(4);
        assertThat(third.join().values()).containsExactly(6, 8);
    }

    @Test
    void underLoadAForwardLetsThoseGoFirstThatAreAboutToJoinIt() {
        submitEach(1, 2, 3);
        threads.remove().run();
        submitEach(4);
        Deque<Float> coming = new ArrayDeque<>(List.of(5f, 6f));
        othersFirst = () -> {
            if (!coming.isEmpty()) {
                submitEach(coming.remove());
            }
        };

        runAll();

        assertThat(doubling.batches).containsExactly(3, 3);
    }

    @Test
    void withoutLoadAForwardBeginsAtOnce() {
        submitEach(1, 2);
        threads.remove().run();
        othersFirst = () -> submitEach(4);
        submitEach(3);

        runAll();

        assertThat(doubling.batches).containsExactly(2, 1);
    }

    @Test
    void noMoreRowsShareAForwardThanItTakes() {
        List<CompletableFuture<Rows>> results = IntStream.range(0, 3)
                .mapToObj(i -> queue.submit(rows(new float[100])))
                .toList();

        runAll();

        assertThat(doubling.batches).containsExactly(100, 100, 100);
        assertThat(results).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aLargeRequestIsCutIntoSeveralForwardsAndPutTogetherInOrder() {
        float[] values = new float[300];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        CompletableFuture<Rows> result = queue.submit(rows(values));

        runAll();

        assertThat(doubling.batches).containsExactly(128, 128, 44);
        assertThat(result.join().values()).hasSize(300).startsWith(0, 2, 4).endsWith(598);
    }

    @Test
    void aFailureReachesAllThatShareTheForwardAndNobodyElse() {
        CompletableFuture<Rows> first = queue.submit(rows(1));
        CompletableFuture<Rows> second = queue.submit(rows(2));
        doubling.failure = new OutOfMemoryError("no memory left");
        threads.remove().run();
        doubling.failure = null;
        CompletableFuture<Rows> later = queue.submit(rows(3));

        runAll();

        assertThatThrownBy(first::join).hasMessageContaining("no memory left");
        assertThatThrownBy(second::join).hasMessageContaining("no memory left");
        assertThat(later.join().values()).containsExactly(6);
    }

    @Test
    void aRequestThatWasGivenUpIsNotComputed() {
        queue.submit(rows(1)).cancel(false);
        CompletableFuture<Rows> other = queue.submit(rows(2));

        runAll();

        assertThat(doubling.batches).containsExactly(1);
        assertThat(other.join().values()).containsExactly(4);
    }

    @Test
    void nobodyWaitsForeverOnceTheThreadsAreGone() {
        BatchQueue refused = new BatchQueue(doubling, elsewhere(BatchQueueTests::refuse), 1, 128, () -> {});

        assertThatThrownBy(refused.submit(rows(1))::join).hasMessageContaining("going down");
        assertThatThrownBy(refused.submit(rows(1))::join).hasMessageContaining("going down");
    }

    @Test
    void everyOneOfManyClientsGetsItsOwnResults() throws InterruptedException {
        ExecutorService forwards = Executors.newFixedThreadPool(2);
        ExecutorService clients = Executors.newFixedThreadPool(16);
        BatchQueue shared = new BatchQueue(new Doubling(), elsewhere(forwards), 2, 128, Thread::yield);
        try {
            List<CompletableFuture<Void>> done = IntStream.range(0, 16)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> askOften(shared, client), clients))
                    .toList();
            done.forEach(CompletableFuture::join);
        } finally {
            clients.shutdown();
            forwards.shutdown();
        }
        assertThat(forwards.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private void submitEach(float... values) {
        for (float value : values) {
            queue.submit(rows(value));
        }
    }

    private static void askOften(BatchQueue shared, int client) {
        for (int i = 0; i < 200; i++) {
            float value = client * 1000 + i;
            float[] result = shared.submit(rows(value, value + 0.5f)).join().values();
            assertThat(result).containsExactly(2 * value, 2 * value + 1);
        }
    }

    private static Forwards elsewhere(Executor threads) {
        return new Forwards() {
            @Override
            public boolean runHere(Runnable task) {
                return false;
            }

            @Override
            public void execute(Runnable task) {
                threads.execute(task);
            }
        };
    }

    private final class Here implements Forwards {
        @Override
        public boolean runHere(Runnable task) {
            task.run();
            return true;
        }

        @Override
        public void execute(Runnable task) {
            threads.add(task);
        }
    }

    private static void refuse(Runnable task) {
        throw new RejectedExecutionException("going down");
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private static Rows rows(float... values) {
        return Rows.of(values.length, new int[0], values, null);
    }

    /** Doubles each row, and remembers how many came together. */
    private static final class Doubling extends BatchedCall {
        private final List<Integer> batches = new ArrayList<>();
        private @Nullable Error failure;

        Doubling() {
            super(new ForwardPass(null, null, Call.DENOISE), (call, rows, size) -> {});
        }

        @Override
        Rows run(Rows rows) {
            if (failure != null) {
                throw failure;
            }
            synchronized (batches) {
                batches.add(rows.count());
            }
            float[] doubled = rows.values().clone();
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            return rows(doubled);
        }
    }
}
