package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchSizesTests {
    @Test
    void allSizesServeWhereRowsDoNotDependOnThem() {
        assertThat(agreeing((size, place) -> 0)).containsExactly(4, 8, 16, 32, 64, 128);
    }

    @Test
    void aSizeThatGivesOtherBitsIsNotUsed() {
        assertThat(agreeing((size, place) -> size == 4 || size > 32 ? 1 : 0)).containsExactly(8, 16, 32);
    }

    @Test
    void aSizeWhoseLastPlaceDiffersIsNotUsed() {
        assertThat(agreeing((size, place) -> size == 64 && place == 63 ? 1 : 0)).containsExactly(4, 8, 16, 32, 128);
    }

    @Test
    void anotherReferenceIsTakenWhereTheFirstTreatsItsPlacesUnlike() {
        assertThat(agreeing((size, place) -> size == 8 && place > 5 ? 1 : 0)).containsExactly(4, 16, 32, 64, 128);
    }

    @Test
    void rowsGoOneByOneWhereEveryPlaceDiffers() {
        BatchSizes sizes = new BatchSizes(trial((size, place) -> place));

        assertThat(sizes.next(1)).isEqualTo(1);
        assertThat(sizes.next(100)).isEqualTo(1);
    }

    @Test
    void aLargerSizeIsOnlyUsedWhereLittleOfItStaysEmpty() {
        BatchSizes sizes = new BatchSizes(trial((size, place) -> size > 32 ? 1 : 0));

        assertThat(sizes.next(1)).isEqualTo(4);
        assertThat(sizes.next(5)).isEqualTo(8);
        assertThat(sizes.next(12)).isEqualTo(8);
        assertThat(sizes.next(13)).isEqualTo(16);
        assertThat(sizes.next(24)).isEqualTo(16);
        assertThat(sizes.next(25)).isEqualTo(32);
        assertThat(sizes.next(1000)).isEqualTo(32);
    }

    @Test
    void largeSizesAreOnlyTriedOnceTheyAreWanted() {
        List<Integer> tried = new ArrayList<>();
        IntFunction<List<float[]>> alike = trial((size, place) -> 0);
        BatchSizes sizes = new BatchSizes(size -> {
            tried.add(size);
            return alike.apply(size);
        });

        sizes.next(1);
        sizes.next(1);

        assertThat(tried).containsExactly(8, 4);
    }

    /** Those of the candidates that are used when they are filled. */
    private static List<Integer> agreeing(IntBinaryOperator bits) {
        BatchSizes sizes = new BatchSizes(trial(bits));
        return Stream.of(4, 8, 16, 32, 64, 128)
                .filter(size -> sizes.next(size) == size)
                .toList();
    }

    /** @param bits the last bits of the row at a place of a batch of a size */
    private static IntFunction<List<float[]>> trial(IntBinaryOperator bits) {
        return size -> {
            List<float[]> rows = new ArrayList<>();
            for (int place = 0; place < size; place++) {
                float bit = bits.applyAsInt(size, place) * 1e-6f;
                rows.add(new float[] {place % BatchSizes.TRIAL_ROWS + 1 + bit, 0.5f + bit});
            }
            return rows;
        };
    }
}
