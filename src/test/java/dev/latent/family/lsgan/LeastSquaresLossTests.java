package dev.latent.family.lsgan;

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
class LeastSquaresLossTests {
    @Test
    void zeroOneDrawsRealToOneFakeToZeroAndTheGeneratorToOne(NDManager manager) {
        AdversarialLoss loss = LeastSquaresGan.loss(Coding.ZERO_ONE);

        assertThat(discriminatorLoss(loss, manager))
                .isCloseTo((overReal(d -> Math.pow(d - 1, 2)) + overFake(d -> d * d)) / 2, within(1e-6f));
        assertThat(generatorLoss(loss, manager)).isCloseTo(overFake(d -> Math.pow(d - 1, 2)) / 2, within(1e-6f));
    }

    @Test
    void pearsonDrawsRealToOneFakeToMinusOneAndTheGeneratorToTheBoundary(NDManager manager) {
        AdversarialLoss loss = LeastSquaresGan.loss(Coding.PEARSON);

        assertThat(discriminatorLoss(loss, manager))
                .isCloseTo((overReal(d -> Math.pow(d - 1, 2)) + overFake(d -> Math.pow(d + 1, 2))) / 2, within(1e-6f));
        assertThat(generatorLoss(loss, manager)).isCloseTo(overFake(d -> d * d) / 2, within(1e-6f));
    }

    /** Theorem 1: with such labels G minimizes Pearson's χ² divergence. */
    @Test
    void pearsonsLabelsAreThoseOfTheTheorem() {
        assertThat(Coding.PEARSON.b() - Coding.PEARSON.c()).isEqualTo(1);
        assertThat(Coding.PEARSON.b() - Coding.PEARSON.a()).isEqualTo(2);
    }
}
