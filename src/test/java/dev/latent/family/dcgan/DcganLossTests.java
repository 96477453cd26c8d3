package dev.latent.family.dcgan;

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
import dev.latent.family.adversarial.MinimaxHyperparameters;
import org.junit.jupiter.api.Test;

@EngineTest
class DcganLossTests {
    @Test
    void theGameIsGoodfellows(NDManager manager) {
        AdversarialLoss loss = Dcgan.loss(MinimaxHyperparameters.PAPER);

        assertThat(discriminatorLoss(loss, manager))
                .isCloseTo(
                        overReal(l -> -Math.log(sigmoid(l))) + overFake(l -> -Math.log(1 - sigmoid(l))), within(1e-6f));
        assertThat(generatorLoss(loss, manager)).isCloseTo(overFake(l -> -Math.log(sigmoid(l))), within(1e-6f));
    }
}
