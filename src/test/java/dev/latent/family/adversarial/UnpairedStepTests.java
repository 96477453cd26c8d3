package dev.latent.family.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.TrainingBatch;
import dev.latent.family.Translates.Direction;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.Losses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With G(a) = 2a, F(b) = 3b, D_A(a) = 7a and D_B(b) = 11b, where the mean of a is 1 and that of b is 10. */
@EngineTest
class UnpairedStepTests {
    private static final float[][] A = {{0.5f}, {1.5f}};
    private static final float[][] B = {{8}, {12}};
    private static final float FOOLING_BOTH = 7 * 3 * 10 + 11 * 2 * 1;
    private static final float CYCLE_OF_A = 3 * 2 * 1 - 1;
    private static final float CYCLE_OF_B = 2 * 3 * 10 - 10;
    private static final float IDENTITY_OF_A = 3 * 1 - 1;
    private static final float IDENTITY_OF_B = 2 * 10 - 10;

    @Test
    void gLeadsFromAToBAndFBack(NDManager manager) {
        UnpairedNetworks networks = Multiplications.networks(manager, 2, 3, 7, 11);

        assertThat(networks.translate(manager.create(A), Direction.A_TO_B).toFloatArray())
                .containsExactly(1, 3);
        assertThat(networks.translate(manager.create(B), Direction.B_TO_A).toFloatArray())
                .containsExactly(24, 36);
    }

    @Test
    void theCycleIsMeasuredFromBothDomainsBackToThem(NDManager manager) {
        assertThat(losses(manager, 1, 0)).containsEntry("cycle", CYCLE_OF_A + CYCLE_OF_B);
    }

    @Test
    void theIdentityTermKeepsEachDomainUnderTheGeneratorThatLeadsToIt(NDManager manager) {
        assertThat(losses(manager, 1, 1)).containsEntry("identityLoss", IDENTITY_OF_A + IDENTITY_OF_B);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "0, 5", "10, 5"})
    void theGeneratorsMinimizeWhatFoolsBothDiscriminatorsAndTheWeightedDistances(
            float cycleWeight, float identityWeight, NDManager manager) {
        float expected = FOOLING_BOTH
                + cycleWeight * (CYCLE_OF_A + CYCLE_OF_B)
                + identityWeight * (IDENTITY_OF_A + IDENTITY_OF_B);

        assertThat(losses(manager, cycleWeight, identityWeight)).containsEntry("generatorLoss", expected);
    }

    @Test
    void withoutAWeightNoIdentityTermIsReported(NDManager manager) {
        assertThat(losses(manager, 10, 0)).containsOnlyKeys("cycle", "generatorLoss", "discriminatorLoss");
    }

    @Test
    void eachDiscriminatorComparesItsDomainWithWhatWasTranslatedIntoIt(NDManager manager) {
        float judgedInA = 7 * 3 * 10 - 7 * 1;
        float judgedInB = 11 * 2 * 1 - 11 * 10;

        assertThat(losses(manager, 10, 5)).containsEntry("discriminatorLoss", judgedInA + judgedInB);
    }

    private static Map<String, Float> losses(NDManager manager, double cycleWeight, double identityWeight) {
        UnpairedLoss loss =
                new UnpairedLoss(new GameLog(), Losses::meanAbsoluteError, "cycle", cycleWeight, identityWeight);
        UnpairedStep step = new UnpairedStep(
                Multiplications.networks(manager, 2, 3, 7, 11),
                loss,
                new Adam.Settings(1e-3),
                AdversarialOptions.OFF,
                0);
        return values(step.update(List.of(new TrainingBatch(manager.create(A), null, manager.create(B), 0))));
    }

    private static Map<String, Float> values(Map<String, NDArray> losses) {
        return losses.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, loss -> loss.getValue().getFloat()));
    }
}
