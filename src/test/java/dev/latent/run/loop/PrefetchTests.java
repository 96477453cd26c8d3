package dev.latent.run.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latent.dataset.SampleSource;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrefetchTests {
    @Test
    void itemsComeInOrderWhateverIsPreparedTogether() {
        for (int atOnce : new int[] {1, 3, 8}) {
            try (Prefetch<Long> prefetch = new Prefetch<>(5, atOnce, number -> number)) {
                assertThat(Stream.generate(prefetch::take).limit(10).toList())
                        .isEqualTo(List.of(5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L));
            }
        }
    }

    @Test
    void noMoreThanTwiceAsManyAsArePreparedTogetherAreAhead() {
        AtomicLong prepared = new AtomicLong();
        try (Prefetch<Long> prefetch = new Prefetch<>(0, 4, number -> prepared.incrementAndGet())) {
            for (int taken = 0; taken < 20; taken++) {
                prefetch.take();
                assertThat(prepared.get()).isLessThanOrEqualTo(taken + 8L);
            }
        }
    }

    @Test
    void whatFailsToBePreparedFailsWhereItIsTaken() {
        try (Prefetch<Long> prefetch = new Prefetch<>(0, 1, number -> {
            throw new IllegalStateException("no such batch");
        })) {
            assertThatIllegalStateException().isThrownBy(prefetch::take).withMessage("no such batch");
        }
    }

    @Test
    void smallBatchesArePreparedTogetherAndLargeOnesOneByOne() {
        assertThat(data(128, 28).batchesAhead()).isEqualTo(8);
        assertThat(data(1024, 64).batchesAhead()).isEqualTo(1);
    }

    private static TrainingData data(int batchSize, int side) {
        return new TrainingData(Batches.of(new FloatImages(side), batchSize, 1), null);
    }

    /** Three channels, four bytes a value. */
    private record FloatImages(int side) implements SampleSource {
        @Override
        public SampleShape shape() {
            return new SampleShape.Image(3, side, side);
        }

        @Override
        public int count() {
            return 10_000;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public boolean bytes() {
            return false;
        }

        @Override
        public void copy(int index, float[] target, int offset) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copyBytes(int[] indices, ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copyFloats(int[] indices, FloatBuffer target) {
            throw new UnsupportedOperationException();
        }
    }
}
