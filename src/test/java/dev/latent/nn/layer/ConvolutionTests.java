package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EngineTest
class ConvolutionTests {
    private static final Initializer NORMAL = Initializer.normal(0, 0.5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aConvolutionSumsProductsOverItsKernel(int channels, NDManager manager) {
        Weights weights = drawn(manager);
        Layer convolution = Convolution.strided(weights, "c", Kernel.halving(channels, 3), NORMAL);
        NDArray x = manager.randomNormal(new Shape(1, channels, 7, 7));

        float[] expected = convolved(x.toFloatArray(), rows(weights.parameters().get("c.weight")), channels);

        assertThat(rows(convolution.apply(x))).containsExactly(expected, within(1e-4f));
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 8", "3, 13, 9", "1, 28, 28", "1, 13, 9", "2, 7, 12"})
    void theTransposedConvolutionIsTheAdjointOfTheConvolution(int channels, int height, int width, NDManager manager) {
        Weights weights = drawn(manager);
        Layer down = Convolution.strided(weights, "down", Kernel.halving(channels, 5), NORMAL);
        Layer up = Convolution.fractionallyStrided(
                weights, "up", Kernel.halving(5, channels).withExtra(height % 2, width % 2), Initializer.ZEROS);
        NativeOperations.copy(
                weights.parameters().get("down.weight"), weights.parameters().get("up.weight"));
        NDArray x = manager.randomNormal(new Shape(2, channels, height, width));
        NDArray y = manager.randomNormal(new Shape(2, 5, height / 2, width / 2));

        assertThat(inner(down.apply(x), y)).isCloseTo(inner(x, up.apply(y)), within(1e-2f));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 13, 28, 31, 64})
    void halvedAndDoubledAnImageHasItsSidesAgain(int side, NDManager manager) {
        Weights weights = drawn(manager);
        Layer down = Convolution.strided(weights, "down", Kernel.halving(1, 2), NORMAL);
        Layer up = Convolution.fractionallyStrided(
                weights, "up", Kernel.halving(2, 1).withExtra(side % 2, side % 2), NORMAL);
        NDArray x = manager.zeros(new Shape(1, 1, side, side));

        assertThat(down.apply(x).getShape()).isEqualTo(new Shape(1, 2, side / 2, side / 2));
        assertThat(up.apply(down.apply(x)).getShape()).isEqualTo(x.getShape());
    }

    @Test
    void weightsInChannelsLastAreReadOutRowByRow(NDManager manager) {
        float[] drawn = new float[2 * 3 * 4 * 4];
        NORMAL.fill(drawn, new Shape(2, 3, 4, 4), new SplittableRandom(1));
        Weights weights = drawn(manager);
        Convolution.strided(weights, "c", Kernel.halving(3, 2), NORMAL);

        assertThat(rows(weights.parameters().get("c.weight"))).containsExactly(drawn);
    }

    @Test
    void inBfloat16ItIsThatCloseToFloat32(NDManager manager) {
        NDArray x = manager.randomNormal(new Shape(2, 2, 8, 8));
        Layer exact = Convolution.strided(drawn(manager), "c", Kernel.halving(2, 4), NORMAL);
        Weights narrow = Weights.Source.drawn(manager, new SplittableRandom(1))
                .in(Precision.BFLOAT16)
                .network();
        Layer rounded = narrow.inFloat32(Convolution.strided(narrow, "c", Kernel.halving(2, 4), NORMAL));

        assertThat(rows(rounded.apply(x))).containsExactly(rows(exact.apply(x)), within(0.1f));
        assertThat(rows(rounded.apply(x))).isNotEqualTo(rows(exact.apply(x)));
    }

    private static Weights drawn(NDManager manager) {
        return Weights.Source.drawn(manager, new SplittableRandom(1)).network();
    }

    private static float[] rows(NDArray array) {
        return NativeOperations.rowMajor(array).toFloatArray();
    }

    private static float inner(NDArray a, NDArray b) {
        return a.mul(b).sum().getFloat();
    }

    /** One image [channels, 7, 7], kernels [3, channels, 4, 4], stride 2, padding 1. */
    private static float[] convolved(float[] x, float[] w, int channels) {
        float[] y = new float[3 * 3 * 3];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int k = 0; k < channels * 4 * 4; k++) {
                int row = i / 3 % 3 * 2 - 1 + k / 4 % 4;
                int column = i % 3 * 2 - 1 + k % 4;
                if (row >= 0 && row < 7 && column >= 0 && column < 7) {
                    sum += x[k / 16 * 49 + row * 7 + column] * w[i / 9 * 16 * channels + k];
                }
            }
            y[i] = (float) sum;
        }
        return y;
    }
}
