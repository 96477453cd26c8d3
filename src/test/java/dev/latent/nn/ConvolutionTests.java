package dev.latent.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.Convolution.Geometry;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionTests {
    /** ⟨conv x, y⟩ = ⟨x, convᵀ y⟩ for the same weights, whatever way the transposed one is computed. */
    @ParameterizedTest
    @CsvSource({"1,14,0", "1,13,1", "2,14,0", "3,13,1"})
    void theTransposedConvolutionIsTheAdjointOfTheConvolution(int images, int side, int extra) {
        TensorEngine.seed(5);
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Weights weights =
                    Weights.Source.drawn(manager, new SplittableRandom(1)).network();
            Initializer random = Initializer.normal(0, 1);
            Layer convolution = Convolution.strided(weights, "a", Geometry.halving(images, 4), random);
            Layer transposed =
                    Convolution.fractionallyStrided(weights, "b", Geometry.halving(4, images), extra, extra, random);
            NativeOperations.copy(
                    weights.parameters().get("a.weight"), weights.parameters().get("b.weight"));

            NDArray x = manager.randomNormal(new Shape(2, images, side, side));
            NDArray y = manager.randomNormal(new Shape(2, 4, side / 2, side / 2));
            NDArray back = transposed.apply(y);

            assertThat(back.getShape()).isEqualTo(x.getShape());
            assertThat(x.mul(back).sum().getFloat())
                    .isCloseTo(convolution.apply(x).mul(y).sum().getFloat(), within(1e-2f));
        }
    }
}
