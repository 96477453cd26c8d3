package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.training.RecordedGradients;
import dev.latent.nn.training.TrainableNetwork;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the engine in float64, which computes convolutions by other code. oneDNN 3.7 is wrong where channels do not
 * fill its blocks, on some of them only by what freed memory holds: so that is filled with NaN first.
 */
@EngineTest
class ConvolutionExactnessTests {
    private static final int[] FIRST_CHANNELS = {2, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80};

    static Stream<Kernel> strided() {
        return IntStream.of(FIRST_CHANNELS)
                .boxed()
                .flatMap(c -> Stream.of(1, 3)
                        .flatMap(image -> Stream.of(
                                Kernel.halving(image, c),
                                Kernel.halving(c, 2 * c),
                                Kernel.halving(image, c).channelsFirst(),
                                Kernel.halving(c, 2 * c).unbiased().channelsFirst(),
                                Kernel.of(7, 1, 0, image, c).unbiased().channelsFirst(),
                                Kernel.of(3, 2, 1, c, 2 * c).unbiased().channelsFirst(),
                                Kernel.of(3, 1, 0, c, c).unbiased().channelsFirst(),
                                Kernel.of(4, 1, 1, c, 1).channelsFirst(),
                                Kernel.of(7, 1, 0, c, image).channelsFirst())))
                .distinct();
    }

    static Stream<Kernel> transposed() {
        return IntStream.of(FIRST_CHANNELS)
                .boxed()
                .flatMap(c -> Stream.of(
                        Kernel.halving(c, 1),
                        Kernel.halving(c, 3),
                        Kernel.halving(2 * c, c).unbiased(),
                        Kernel.of(3, 2, 1, 2 * c, c).withExtra(1, 1).unbiased().channelsFirst()));
    }

    @ParameterizedTest
    @MethodSource("strided")
    void aConvolutionAndItsGradientsAreThoseOfFloat64(Kernel kernel, NDManager manager) {
        agrees(kernel, false, Precision.FLOAT32, 1e-4, manager);
    }

    @ParameterizedTest
    @MethodSource("transposed")
    void aTransposedConvolutionAndItsGradientsAreThoseOfFloat64(Kernel kernel, NDManager manager) {
        agrees(kernel, true, Precision.FLOAT32, 1e-4, manager);
    }

    @ParameterizedTest
    @MethodSource("strided")
    void inBfloat16AConvolutionIsThatClose(Kernel kernel, NDManager manager) {
        agrees(kernel, false, Precision.BFLOAT16, 2e-2, manager);
    }

    @ParameterizedTest
    @MethodSource("transposed")
    void inBfloat16ATransposedConvolutionIsThatClose(Kernel kernel, NDManager manager) {
        agrees(kernel, true, Precision.BFLOAT16, 2e-2, manager);
    }

    private static void agrees(
            Kernel kernel, boolean transposed, Precision precision, double tolerance, NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1))
                .in(precision)
                .network();
        Initializer normal = Initializer.normal(0, 0.5);
        Layer layer = weights.inFloat32(
                transposed
                        ? Convolution.fractionallyStrided(weights, "c", kernel, normal)
                        : Convolution.strided(weights, "c", kernel, normal));
        NDArray images = manager.randomNormal(new Shape(3, kernel.in(), 10, 9));
        NDArray x = NativeOperations.followed(
                kernel.layout() == Kernel.Layout.CHANNELS_LAST ? NativeOperations.channelsLast(images) : images);
        NDArray w = weights.parameters().get("c.weight");
        NDArray exactX = NativeOperations.followed(images.toType(DataType.FLOAT64, true));
        NDArray exactW = NativeOperations.followed(NativeOperations.rowMajor(w).toType(DataType.FLOAT64, true));

        new TrainableNetwork(weights, RecordedGradients::new).record(() -> {
            NDArray exact = exact(kernel, transposed).apply(exactX, exactW);
            NDArray factor = manager.randomNormal(exact.getShape());
            List<NDArray> expected = withGradients(exactX, exactW, exact, factor.toType(DataType.FLOAT64, true));
            poison(manager);
            NDArray y = layer.apply(x);
            List<NDArray> actual = withGradients(x, weights.computedWith().get(0), y, factor);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(relativeError(actual.get(i), expected.get(i)))
                        .as("relative error of " + List.of("y", "∂/∂x", "∂/∂w").get(i))
                        .isLessThan(tolerance);
            }
            return y;
        });
    }

    private static NativeOperation exact(Kernel kernel, boolean transposed) {
        String call = transposed
                ? "torch.conv_transpose2d(x, w, None, [%1$d, %1$d], [%2$d, %2$d], [%3$d, %4$d], 1, [1, 1])"
                : "torch.conv2d(x, w, None, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)";
        return NativeOperations.of("""
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor) -> Tensor:
                  return %s
                """.formatted(
                        call.formatted(kernel.stride(), kernel.padding(), kernel.extraHeight(), kernel.extraWidth())));
    }

    private static List<NDArray> withGradients(NDArray x, NDArray w, NDArray y, NDArray factor) {
        NDArray sum = y.mul(factor).sum();
        return List.of(y, NativeOperations.inputGradient(x, sum), NativeOperations.inputGradient(w, sum));
    }

    private static void poison(NDManager manager) {
        try (NDManager freed = manager.newSubManager()) {
            for (int size = 1 << 8; size <= 1 << 18; size *= 2) {
                freed.full(new Shape(size), Float.NaN);
                freed.full(new Shape(size * 3L / 2), Float.NaN);
            }
        }
    }

    /** ‖a − b‖ / ‖b‖; NaN is above all. */
    private static double relativeError(NDArray a, NDArray b) {
        float[] actual =
                NativeOperations.rowMajor(a.toType(DataType.FLOAT32, false)).toFloatArray();
        double[] expected = NativeOperations.rowMajor(b).toDoubleArray();
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(actual[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        double error = Math.sqrt(difference / size);
        return Double.isNaN(error) ? Double.MAX_VALUE : error;
    }
}
