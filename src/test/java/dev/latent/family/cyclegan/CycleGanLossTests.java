package dev.latent.family.cyclegan;

import static dev.latent.family.adversarial.JudgedSamples.discriminatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.generatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.overFake;
import static dev.latent.family.adversarial.JudgedSamples.overReal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialLoss;
import org.junit.jupiter.api.Test;

@EngineTest
class CycleGanLossTests {
    @Test
    void leastSquaresPullRealToOneAndFakeToZero(NDManager manager) {
        AdversarialLoss loss = CycleGan.leastSquares(0.1);

        assertThat(discriminatorLoss(loss, manager))
                .isCloseTo((overReal(l -> Math.pow(l - 0.9, 2)) + overFake(l -> l * l)) / 2, within(1e-6f));
        assertThat(generatorLoss(loss, manager)).isCloseTo(overFake(l -> Math.pow(l - 1, 2)), within(1e-6f));
    }
}
