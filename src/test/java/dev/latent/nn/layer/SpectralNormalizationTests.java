package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.training.RecordedGradients;
import dev.latent.nn.training.TrainableNetwork;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class SpectralNormalizationTests {
    @Test
    void aWeightIsDividedByItsLargestSingularValue(NDManager manager) {
        Weights weights = spectral(manager);
        // a rotation and a scaling: the singular values are 3 and 0.5
        Layer linear = Linear.of(weights, "d", 2, 2, fixed(3 * 0.6f, -0.5f * 0.8f, 3 * 0.8f, 0.5f * 0.6f));

        trained(weights, linear, manager);

        assertThat(linear.apply(manager.eye(2)).transpose().toFloatArray())
                .containsExactly(new float[] {0.6f, -0.4f / 3, 0.8f, 0.3f / 3}, within(1e-4f));
    }

    @Test
    void aKernelIsDividedAsTheMatrixOfItsOutputs(NDManager manager) {
        Weights weights = spectral(manager);
        Layer convolution =
                Convolution.strided(weights, "d", Kernel.keeping(1, 2, 2), fixed(3 * 0.6f, -0.4f, 3 * 0.8f, 0.3f));
        NDArray x = manager.create(new float[] {1, 0, 0, 1}, new Shape(2, 2, 1, 1));

        trained(weights, convolution, x);

        assertThat(NativeOperations.rowMajor(convolution.apply(x)).toFloatArray())
                .containsExactly(new float[] {0.6f, 0.8f, -0.4f / 3, 0.1f}, within(1e-4f));
    }

    @Test
    void theVectorMovesOnlyInTraining(NDManager manager) {
        Weights weights = spectral(manager);
        Layer linear = Linear.of(weights, "d", 2, 2, fixed(1, 2, 3, 4));
        weights.training(false);

        linear.apply(manager.eye(2));

        assertThat(weights.buffers().get("d.singular").toFloatArray()).containsExactly(1, 1);
    }

    @Test
    void theGradientPassesThroughTheNorm(NDManager manager) {
        Weights weights = spectral(manager);
        Layer linear = Linear.of(weights, "d", 2, 1, fixed(3, 4));
        RecordedGradients gradients = new RecordedGradients(weights);

        // w / ‖w‖ · (1, 0) is w₁ / ‖w‖, with the gradient (w₂², −w₁w₂) / ‖w‖³
        new TrainableNetwork(weights, all -> gradients)
                .minimize(() -> linear.apply(manager.create(new float[] {1, 0}, new Shape(1, 2)))
                        .sum());

        assertThat(gradients.of("d.weight")).containsExactly(new float[] {16 / 125f, -12 / 125f}, within(1e-5f));
    }

    private static void trained(Weights weights, Layer layer, NDManager manager) {
        trained(weights, layer, manager.eye(2));
    }

    private static void trained(Weights weights, Layer layer, NDArray x) {
        weights.training(true);
        for (int i = 0; i < 20; i++) {
            layer.apply(x);
        }
    }

    private static Initializer fixed(float... given) {
        return (values, shape, random) -> System.arraycopy(given, 0, values, 0, given.length);
    }

    private static Weights spectral(NDManager manager) {
        return Weights.Source.drawn(manager, new SplittableRandom(1))
                .spectrallyNormalized(true)
                .network();
    }
}
