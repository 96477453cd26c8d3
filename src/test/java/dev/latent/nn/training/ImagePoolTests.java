package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.layer.Weights;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngineTest
class ImagePoolTests {
    @Test
    void untilItIsFullItGivesBackWhatItIsShown(NDManager manager) {
        ImagePool pool = pool(manager, 10);

        assertThat(pool.exchange(numbered(manager, 0, 4)).toFloatArray()).containsExactly(0, 1, 2, 3);
        assertThat(pool.exchange(numbered(manager, 4, 10)).toFloatArray()).containsExactly(4, 5, 6, 7, 8, 9);
        assertThat(pool.state().get("pool").toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void onceFullHalfOfWhatItGivesIsOlder(NDManager manager) {
        ImagePool pool = pool(manager, 50);
        pool.exchange(numbered(manager, 0, 50));

        int older = 0;
        for (int from = 100; from < 1100; from += 20) {
            for (float given : pool.exchange(numbered(manager, from, from + 20)).toFloatArray()) {
                older += given < from ? 1 : 0;
            }
        }

        assertThat(older / 1000f).isCloseTo(0.5f, within(0.05f));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 30})
    void nothingIsLostOrDoubled(int batch, NDManager manager) {
        ImagePool pool = pool(manager, 8);

        float[] first = pool.exchange(numbered(manager, 0, batch)).toFloatArray();
        float[] second = pool.exchange(numbered(manager, batch, 2 * batch)).toFloatArray();

        int held = Math.min(8, 2 * batch);
        float[] stored = pool.state().get("pool").get(":" + held).toFloatArray();
        assertThat(first).hasSize(batch);
        assertThat(second).hasSize(batch);
        // while the pool fills, what goes in is also given back
        assertThat(IntStream.range(0, 2 * batch).mapToObj(i -> (float) i))
                .allMatch(i -> contains(first, i) || contains(second, i) || contains(stored, i));
        assertThat(stored).doesNotHaveDuplicates();
    }

    @Test
    void aPoolForNoneGivesBackWhatItIsShown(NDManager manager) {
        ImagePool pool = pool(manager, 0);

        assertThat(pool.exchange(numbered(manager, 0, 3)).toFloatArray()).containsExactly(0, 1, 2);
        assertThat(pool.state()).isEmpty();
    }

    private static ImagePool pool(NDManager manager, int size) {
        Weights owner = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        return new ImagePool(owner, size, new Shape(1, 1, 1));
    }

    private static NDArray numbered(NDManager manager, int from, int to) {
        return manager.arange((float) from, to, 1).reshape(to - from, 1, 1, 1);
    }

    private static boolean contains(float[] values, float wanted) {
        for (float value : values) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }
}
