package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.ImageNetworks;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Linear;
import dev.latent.nn.layer.Pyramid;
import dev.latent.nn.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient penalty of a convolutional critic; for one channel it convolves in another way. A smooth activation: where
 * a piecewise linear one has its kinks, the penalty jumps.
 */
@EngineTest
class PenalizedCriticTests {
    private static final int SIDE = 16;
    private static final int SAMPLES = 4;
    private static final float STEP = 3e-3f;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void itsGradientByTheWeightsAgreesWithFiniteDifferences(int channels, NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        Supplier<NDArray> objective = objective(weights, manager, channels);

        RecordedGradients gradients = gradients(weights, objective);

        for (String name :
                new String[] {"critic.convolution1.weight", "critic.convolution2.weight", "critic.out.weight"}) {
            NDArray weight = weights.parameters().get(name);
            float[] gradient = gradients.of(name);
            double length = length(gradient);
            double difference = moved(weight, gradient, STEP / length, objective)
                    - moved(weight, gradient, -STEP / length, objective);
            assertThat(difference / (2 * STEP)).as(name).isCloseTo(length, within(0.02 * length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void adamMovesEachWeightAgainstItsOwnGradient(int channels, NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        Supplier<NDArray> objective = objective(weights, manager, channels);
        RecordedGradients gradients = gradients(weights, objective);
        Map<String, float[]> before = values(weights);

        new TrainableNetwork(weights, all -> new Adam(all, new Adam.Settings(1e-3, 0, 0.9))).minimize(objective);

        values(weights).forEach((name, after) -> {
            float[] gradient = gradients.of(name);
            for (int i = 0; i < after.length; i++) {
                if (Math.abs(gradient[i]) > 1e-5) {
                    assertThat(after[i] - before.get(name)[i])
                            .as(name)
                            .isCloseTo(-1e-3f * Math.signum(gradient[i]), within(1e-4f));
                }
            }
        });
    }

    /** The penalty and a part that has a gradient by the last bias. */
    private static Supplier<NDArray> objective(Weights weights, NDManager manager, int channels) {
        UnaryOperator<NDArray> critic = critic(weights, channels);
        NDArray x = images(manager, channels);
        return () -> penalty(critic, x).add(critic.apply(x).mean());
    }

    private static RecordedGradients gradients(Weights weights, Supplier<NDArray> objective) {
        RecordedGradients gradients = new RecordedGradients(weights);
        new TrainableNetwork(weights, all -> gradients).minimize(objective);
        return gradients;
    }

    private static Map<String, float[]> values(Weights weights) {
        Map<String, float[]> values = new LinkedHashMap<>();
        weights.parameters()
                .forEach((name, weight) ->
                        values.put(name, NativeOperations.rowMajor(weight).toFloatArray()));
        return values;
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /** The value where the weight has moved along a direction. */
    private static double moved(NDArray weight, float[] direction, double factor, Supplier<NDArray> value) {
        NDArray shift = weight.getManager().create(direction, weight.getShape()).mul((float) factor);
        weight.addi(shift);
        double moved = value.get().getFloat();
        weight.subi(shift);
        return moved;
    }

    private static UnaryOperator<NDArray> critic(Weights weights, int channels) {
        Pyramid pyramid = Pyramid.of(SIDE, SIDE, 4);
        Layer down =
                ImageNetworks.down(weights, "critic", channels, pyramid, 8, Style.CRITIC.activatedBy(Activation.TANH));
        Layer out = Linear.of(weights, "critic.out", 4 * 4 * 16, 1, Initializer.glorot(256, 1));
        return x -> out.apply(down.apply(x));
    }

    private static NDArray images(NDManager manager, int channels) {
        SplittableRandom random = new SplittableRandom(2);
        float[] values = new float[SAMPLES * channels * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return manager.create(values, new Shape(SAMPLES, channels, SIDE, SIDE));
    }

    private static NDArray penalty(UnaryOperator<NDArray> critic, NDArray x) {
        NDArray followed = NativeOperations.followed(x);
        return NativeOperations.norms(NativeOperations.inputGradient(followed, critic.apply(followed)))
                .sub(1f)
                .square()
                .mean();
    }
}
