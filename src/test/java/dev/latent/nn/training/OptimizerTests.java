package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Convolution;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Kernel;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngineTest
class OptimizerTests {
    private static final int STEPS = 7;
    private static final float[] TARGET = {1, -2, 0.5f};

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void adamAgreesWithAlgorithm1InDoublePrecision(double weightDecay, NDManager manager) {
        double[] expected = new double[TARGET.length];
        double[] m = new double[TARGET.length];
        double[] v = new double[TARGET.length];
        for (int t = 1; t <= STEPS; t++) {
            for (int i = 0; i < expected.length; i++) {
                double g = gradient(expected, i) + weightDecay * expected[i];
                m[i] = 0.5 * m[i] + 0.5 * g;
                v[i] = 0.99 * v[i] + 0.01 * g * g;
                double corrected = m[i] / (1 - Math.pow(0.5, t));
                expected[i] -= 0.05 * corrected / (Math.sqrt(v[i] / (1 - Math.pow(0.99, t))) + 1e-8);
            }
        }

        assertThat(minimized(manager, weights -> new Adam(weights, new Adam.Settings(0.05, 0.5, 0.99, weightDecay))))
                .containsExactly(floats(expected), within(1e-5f));
    }

    @Test
    void aScaledRateIsThatRateFromTheNextStepOn(NDManager manager) {
        float[] slower = minimized(manager, weights -> new Adam(weights, new Adam.Settings(0.01)));

        assertThat(minimized(manager, weights -> {
                    Adam adam = new Adam(weights, new Adam.Settings(0.02));
                    adam.scaleRate(0.5);
                    return adam;
                }))
                .containsExactly(slower, within(1e-6f));
    }

    @Test
    void rmsPropAgreesWithItsFormulaInDoublePrecision(NDManager manager) {
        double[] expected = new double[TARGET.length];
        double[] square = new double[TARGET.length];
        for (int t = 1; t <= STEPS; t++) {
            for (int i = 0; i < expected.length; i++) {
                double g = gradient(expected, i);
                square[i] = 0.99 * square[i] + 0.01 * g * g;
                expected[i] -= 0.01 * g / (Math.sqrt(square[i]) + 1e-8);
            }
        }

        assertThat(minimized(manager, weights -> new RmsProp(weights, 0.01)))
                .containsExactly(floats(expected), within(1e-5f));
    }

    @Test
    void clippedParametersStayWithinTheirBounds(NDManager manager) {
        assertThat(minimized(manager, weights -> new WeightClipping(new RmsProp(weights, 0.1), weights, 0.25)))
                .containsExactly(0.25f, -0.25f, 0.25f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aKernelInChannelsLastMovesByItsOwnGradient(int channels, NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        Layer up =
                Convolution.fractionallyStrided(weights, "up", Kernel.halving(4, channels), Initializer.normal(0, 1));
        Layer down = Convolution.strided(weights, "down", Kernel.halving(channels, 5), Initializer.normal(0, 1));
        NDArray x = NativeOperations.channelsLast(manager.randomNormal(new Shape(2, 4, 5, 5)));
        RecordedGradients gradients = new RecordedGradients(weights);
        new TrainableNetwork(weights, all -> gradients)
                .minimize(() -> down.apply(up.apply(x)).square().mean());
        float[] upBefore = rows(weights, "up.weight");
        float[] downBefore = rows(weights, "down.weight");

        new TrainableNetwork(weights, all -> new Adam(all, new Adam.Settings(0.1)))
                .minimize(() -> down.apply(up.apply(x)).square().mean());

        // Adam's first step has the size of the rate and the gradient's opposite sign
        assertThat(rows(weights, "up.weight"))
                .containsExactly(moved(upBefore, gradients.of("up.weight")), within(1e-4f));
        assertThat(rows(weights, "down.weight"))
                .containsExactly(moved(downBefore, gradients.of("down.weight")), within(1e-4f));
    }

    @Test
    void aGradientInAnotherLayoutMovesItsOwnWeight(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        weights.imageParameter("w", new Shape(2, 3, 4, 4), Kernel.Layout.CHANNELS_LAST, Initializer.ZEROS);
        NDArray w = weights.parameters().get("w");
        NDArray slopesInRowMajor = manager.randomNormal(w.getShape());

        new TrainableNetwork(weights, all -> new Adam(all, new Adam.Settings(0.1)))
                .minimize(() -> w.mul(slopesInRowMajor).sum());

        assertThat(rows(weights, "w"))
                .containsExactly(moved(new float[2 * 3 * 4 * 4], slopesInRowMajor.toFloatArray()), within(1e-4f));
    }

    private static float[] minimized(NDManager manager, Function<Weights, Optimizer> optimizer) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        NDArray w = weights.parameter("w", new Shape(TARGET.length), Initializer.ZEROS);
        TrainableNetwork network = new TrainableNetwork(weights, optimizer);
        NDArray target = manager.create(TARGET);
        for (int t = 0; t < STEPS; t++) {
            network.minimize(() -> target.sub(w).square().square().sum());
        }
        return w.toFloatArray();
    }

    /** Of Σ (target − w)⁴. */
    private static double gradient(double[] w, int i) {
        return -4 * Math.pow(TARGET[i] - w[i], 3);
    }

    private static float[] moved(float[] before, float[] gradient) {
        float[] after = before.clone();
        for (int i = 0; i < after.length; i++) {
            after[i] -= 0.1f * Math.signum(gradient[i]);
        }
        return after;
    }

    private static float[] rows(Weights weights, String name) {
        return NativeOperations.rowMajor(weights.parameters().get(name)).toFloatArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
