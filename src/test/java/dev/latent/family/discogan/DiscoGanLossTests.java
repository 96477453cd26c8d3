package dev.latent.family.discogan;

import static dev.latent.family.adversarial.JudgedSamples.discriminatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.generatorLoss;
import static dev.latent.family.adversarial.JudgedSamples.overFake;
import static dev.latent.family.adversarial.JudgedSamples.overReal;
import static dev.latent.family.adversarial.JudgedSamples.sigmoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialLoss;
import org.junit.jupiter.api.Test;

@EngineTest
class DiscoGanLossTests {
    @Test
    void theGameIsGoodfellowsWithSmoothedLabels(NDManager manager) {
        AdversarialLoss loss = DiscoGan.adversarialLoss(0.1);
        double onReal = overReal(l -> -0.9 * Math.log(sigmoid(l)) - 0.1 * Math.log(1 - sigmoid(l)));

        assertThat(discriminatorLoss(loss, manager))
                .isCloseTo((float) onReal + overFake(l -> -Math.log(1 - sigmoid(l))), within(1e-6f));
        assertThat(generatorLoss(loss, manager)).isCloseTo(overFake(l -> -Math.log(sigmoid(l))), within(1e-6f));
    }
}
