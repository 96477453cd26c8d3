package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Mlp;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.RecordedGradients;
import dev.latent.nn.training.TrainableNetwork;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class InputGradientTests {
    private static final float STEP = 1e-2f;

    @Test
    void itAgreesWithFiniteDifferences(NDManager manager) {
        Layer network = network(manager);
        float[] at = {0.3f, -1.2f, 2.5f};
        NDArray x = NativeOperations.followed(manager.create(at, new Shape(1, 3)));

        float[] gradient = NativeOperations.inputGradient(x, network.apply(x)).toFloatArray();

        for (int i = 0; i < at.length; i++) {
            float difference = at(network, manager, at, i, STEP) - at(network, manager, at, i, -STEP);
            assertThat(gradient[i]).isCloseTo(difference / (2 * STEP), within(1e-3f));
        }
    }

    @Test
    void aPenaltyOnItHasGradientsByTheWeights(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        NDArray w = weights.parameter("w", new Shape(2), Initializer.uniform(2));
        NDArray at = manager.create(new float[] {0.2f, -0.4f}, new Shape(1, 2));
        RecordedGradients gradients = new RecordedGradients(weights);

        new TrainableNetwork(weights, all -> gradients).minimize(() -> {
            NDArray x = NativeOperations.followed(at);
            NDArray y = x.tanh().mul(w).sum(new int[] {1});
            return NativeOperations.inputGradient(x, y).square().sum();
        });

        // y = Σ w tanh x, so ‖∂y/∂x‖² = Σ w² (1 − tanh² x)², of which the gradient is 2 w (1 − tanh² x)²
        float[] values = w.toFloatArray();
        assertThat(gradients.of("w"))
                .containsExactly(
                        new float[] {
                            (float) (2 * values[0] * Math.pow(1 - Math.pow(Math.tanh(0.2), 2), 2)),
                            (float) (2 * values[1] * Math.pow(1 - Math.pow(Math.tanh(0.4), 2), 2))
                        },
                        within(1e-5f));
    }

    private static Layer network(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        return Mlp.of(weights, "d", 3, java.util.List.of(16, 16), 1, Activation.TANH);
    }

    private static float at(Layer network, NDManager manager, float[] at, int i, float shift) {
        float[] shifted = at.clone();
        shifted[i] += shift;
        return network.apply(manager.create(shifted, new Shape(1, at.length))).getFloat(0, 0);
    }
}
