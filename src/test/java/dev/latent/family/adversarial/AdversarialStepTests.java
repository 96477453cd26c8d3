package dev.latent.family.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialStep.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what in a round of the game. */
@EngineTest
class AdversarialStepTests {
    @Test
    void kUpdatesOfTheDiscriminatorTakeKBatchesBeforeTheGeneratorsOne(NDManager manager) {
        StillGame game = new StillGame(manager, 2, 5, new Rules(3, 0, false));

        game.play(2, 10, 20, 30);

        assertThat(game.step().batchesPerStep()).isEqualTo(3);
        assertThat(game.log().players()).containsExactly("D", "D", "D", "G");
        assertThat(game.log().real()).containsExactly(List.of(10f, 10f), List.of(20f, 20f), List.of(30f, 30f));
    }

    @Test
    void eachUpdateDrawsNewFakes(NDManager manager) {
        StillGame game = new StillGame(manager, 2, 5, new Rules(3, 0, false));

        game.play(2, 10, 20, 30);

        assertThat(game.log().fakeLogits()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void reusedFakesAreThoseOfTheDiscriminatorsLastUpdate(NDManager manager) {
        StillGame game = new StillGame(manager, 2, 5, new Rules(3, 0, true));

        game.play(2, 10, 20, 30);

        List<List<Float>> logits = game.log().fakeLogits();
        assertThat(logits.subList(0, 3)).doesNotHaveDuplicates();
        assertThat(logits.get(3)).isEqualTo(logits.get(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGeneratorsGradientGoesThroughTheDiscriminator(boolean reuseFakes, NDManager manager) {
        StillGame game = new StillGame(manager, 2, 5, new Rules(1, 0, reuseFakes));

        game.play(1, 10);

        // E D(G(z)) = 5 · 2 z has the gradient 5 z by the 2
        float z = game.log().fakeLogits().get(1).get(0) / (5 * 2);
        assertThat(game.generatorGradient()).isCloseTo(5 * z, within(1e-5f));
    }

    @Test
    void noiseLiesOnAllThatTheDiscriminatorSees(NDManager manager) {
        StillGame game = new StillGame(manager, 0, 1, new Rules(1, 0.5, true));

        game.play(20_000, 10);

        assertThat(deviation(game.log().real().get(0), 10)).isCloseTo(0.5, within(0.01));
        assertThat(deviation(game.log().fakeLogits().get(0), 0)).isCloseTo(0.5, within(0.01));
        assertThat(deviation(game.log().fakeLogits().get(1), 0)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void realAndGeneratedSamplesHaveTheSameNoise(NDManager manager) {
        StillGame game = new StillGame(manager, 0, 1, new Rules(1, 0.5, true));

        game.play(3, 10);

        List<Float> generated = game.log().fakeLogits().get(0);
        List<Float> real = game.log().real().get(0);
        for (int i = 0; i < generated.size(); i++) {
            assertThat(real.get(i) - generated.get(i)).isCloseTo(10, within(1e-5f));
        }
    }

    private static double deviation(List<Float> values, double center) {
        return Math.sqrt(values.stream()
                .mapToDouble(value -> Math.pow(value - center, 2))
                .average()
                .orElseThrow());
    }
}
