package dev.latent.family.cgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.SmallModel;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.sample.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G(z given y), and D(x given y) as ψ(φ(x)) + yᵀVφ(x) or ψ(φ(x)) alone. */
@EngineTest
class ConditionalGanTests {
    private static final int CLASSES = SmallModel.CLASSES;
    private static final float[] X = {0.7f, -1.3f};

    @Test
    void projectionAddsTheProductOfTheLabelsVectorAndTheFeatures(NDManager manager) {
        AdversarialNetworks networks = withoutHiddenUnits(manager, "projection");
        float[] psi = weight(networks, "down.out.weight");
        float[] v = weight(networks, "projection.weight");

        for (int y = 0; y < CLASSES; y++) {
            double expected = 0;
            float[] phi = features(y);
            for (int i = 0; i < phi.length; i++) {
                expected += (psi[i] + v[i * CLASSES + y]) * phi[i];
            }
            assertThat(discriminate(networks, manager, y)).isCloseTo((float) expected, within(1e-5f));
        }
    }

    @Test
    void whereTheFeaturesDoNotSeeTheLabelTwoLabelsDifferByTheProjectionAlone(NDManager manager) {
        AdversarialNetworks networks = withHiddenUnits(manager);
        blindToLabels(networks);
        float[] v = weight(networks, "projection.weight");
        float[] phi = hidden(networks);
        double expected = 0;
        for (int i = 0; i < phi.length; i++) {
            expected += (v[i * CLASSES + 3] - v[i * CLASSES + 1]) * phi[i];
        }

        assertThat(discriminate(networks, manager, 3) - discriminate(networks, manager, 1))
                .isCloseTo((float) expected, within(1e-5f));
    }

    @Test
    void concatHasNoProjection(NDManager manager) {
        AdversarialNetworks networks = withoutHiddenUnits(manager, "concat");
        float[] psi = weight(networks, "down.out.weight");

        assertThat(networks.discriminatorWeights().parameters()).doesNotContainKey("projection.weight");
        for (int y = 0; y < CLASSES; y++) {
            assertThat(discriminate(networks, manager, y))
                    .isCloseTo(psi[0] * X[0] + psi[1] * X[1] + psi[2 + y], within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"concat, mlp", "concat, conv", "projection, mlp", "projection, conv"})
    void whatTheDiscriminatorSaysDependsOnTheLabel(String conditioning, String architecture, NDManager manager) {
        AdversarialNetworks networks = networks(
                manager,
                new SampleShape.Image(1, 8, 8),
                "\"conditioning\": \"%s\", \"architecture\": \"%s\"".formatted(conditioning, architecture));
        NDArray same = manager.full(new Shape(CLASSES, 1, 8, 8), 0.3f);

        NDArray answers = networks.discriminate(same, manager.create(new long[] {0, 1, 2, 3}));

        assertThat(answers.toFloatArray()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "conv"})
    void whatTheGeneratorMakesOfACodeDependsOnTheLabel(String architecture, NDManager manager) {
        AdversarialNetworks networks =
                networks(manager, new SampleShape.Image(1, 8, 8), "\"architecture\": \"" + architecture + "\"");
        NDArray same = manager.full(new Shape(CLASSES, networks.latentDimension()), 0.3f);

        NDArray made = networks.generate(same, manager.create(new long[] {0, 1, 2, 3}));

        assertThat(made.reshape(CLASSES, -1).mean(new int[] {1}).toFloatArray()).doesNotHaveDuplicates();
    }

    private static AdversarialNetworks withoutHiddenUnits(NDManager manager, String conditioning) {
        return networks(
                manager, new SampleShape.Vector(2), "\"hiddenUnits\": [], \"conditioning\": \"" + conditioning + "\"");
    }

    private static AdversarialNetworks withHiddenUnits(NDManager manager) {
        return networks(manager, new SampleShape.Vector(2), "\"hiddenUnits\": [5], \"conditioning\": \"projection\"");
    }

    private static AdversarialNetworks networks(NDManager manager, SampleShape shape, String members) {
        return (AdversarialNetworks)
                SmallModel.of(manager, "cgan", shape, "{" + members + "}").model();
    }

    private static void blindToLabels(AdversarialNetworks networks) {
        NDArray first = networks.discriminatorWeights().parameters().get("down.hidden1.weight");
        float[] values = first.toFloatArray();
        for (int i = 0; i < values.length; i++) {
            if (i % (2 + CLASSES) >= 2) {
                values[i] = 0;
            }
        }
        NativeOperations.copy(first.getManager().create(values, first.getShape()), first);
    }

    /** (x, y), y being a one among zeros. */
    private static float[] features(int y) {
        float[] phi = new float[2 + CLASSES];
        phi[0] = X[0];
        phi[1] = X[1];
        phi[2 + y] = 1;
        return phi;
    }

    /** Leaky ReLUs of Wx. */
    private static float[] hidden(AdversarialNetworks networks) {
        float[] w = weight(networks, "down.hidden1.weight");
        float[] phi = new float[5];
        for (int i = 0; i < phi.length; i++) {
            float sum = w[i * (2 + CLASSES)] * X[0] + w[i * (2 + CLASSES) + 1] * X[1];
            phi[i] = Math.max(sum, 0.2f * sum);
        }
        return phi;
    }

    private static float[] weight(AdversarialNetworks networks, String name) {
        return networks.discriminatorWeights().parameters().get(name).toFloatArray();
    }

    private static float discriminate(AdversarialNetworks networks, NDManager manager, int y) {
        return networks.discriminate(manager.create(new float[][] {X}), manager.create(new long[] {y}))
                .getFloat();
    }
}
