package dev.latent.family.wgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialLoss.Round;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

@EngineTest
class WassersteinLossTests {
    @Test
    void theCriticMinimizesTheNegativeEstimate(NDManager manager) {
        Map<String, NDArray> parts = new LinkedHashMap<>();

        NDArray loss = new WassersteinLoss(0).discriminatorLoss(round(manager, x -> x.sum(new int[] {1})), parts);

        assertThat(loss.getFloat()).isEqualTo(-5);
        assertThat(parts.get("wassersteinEstimate").getFloat()).isEqualTo(5);
    }

    @Test
    void aCriticWithGradientsOfLengthOneIsNotPenalized(NDManager manager) {
        assertThat(penalty(manager, x -> x.get(":, :1").squeeze(1))).isCloseTo(0, within(1e-5f));
    }

    @Test
    void thePenaltyIsTheSquareOfTheGradientsExcess(NDManager manager) {
        // D(x) = 3x₁ + 4x₂ has a gradient of length 5
        assertThat(penalty(
                        manager,
                        x -> x.mul(x.getManager().create(new float[] {3, 4})).sum(new int[] {1})))
                .isCloseTo(10 * 16, within(1e-3f));
    }

    @Test
    void thePenaltyIsTakenBetweenRealAndFake(NDManager manager) {
        // D(x) = |x|² / 2 has the gradient x: with real at (6, 8) and fake at the origin its length is U(0, 10)
        NDArray real = manager.create(new float[] {6, 8}, new Shape(1, 2)).tile(new long[] {20_000, 1});
        UnaryOperator<NDArray> critic = x -> x.square().sum(new int[] {1}).mul(0.5f);
        Round round = new Round(real, real.zerosLike(), critic.apply(real), critic.apply(real.zerosLike()), critic);

        Map<String, NDArray> parts = new LinkedHashMap<>();
        float penalty = new WassersteinLoss(1).discriminatorLoss(round, parts).getFloat()
                + parts.get("wassersteinEstimate").getFloat();

        // E (10u − 1)² = 100/3 − 10 + 1
        assertThat(penalty).isCloseTo(100 / 3f - 9, within(0.5f));
    }

    @Test
    void theGeneratorRaisesTheCriticsValue(NDManager manager) {
        assertThat(new WassersteinLoss(10)
                        .generatorLoss(manager.create(new float[] {1, 3}))
                        .getFloat())
                .isEqualTo(-2);
    }

    private static float penalty(NDManager manager, UnaryOperator<NDArray> critic) {
        Map<String, NDArray> parts = new LinkedHashMap<>();
        return new WassersteinLoss(10)
                        .discriminatorLoss(round(manager, critic), parts)
                        .getFloat()
                + parts.get("wassersteinEstimate").getFloat();
    }

    private static Round round(NDManager manager, UnaryOperator<NDArray> critic) {
        NDArray real = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
        NDArray fake = manager.create(new float[] {1, -1, 2, -2}, new Shape(2, 2));
        return new Round(real, fake, critic.apply(real), critic.apply(fake), critic);
    }
}
