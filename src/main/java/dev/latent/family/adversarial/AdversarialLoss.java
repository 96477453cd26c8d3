package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.training.Losses;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the two players minimise, from the discriminator's unbounded outputs. */
public interface AdversarialLoss {
    /** @param parts takes what is to be reported beside the loss */
    NDArray discriminatorLoss(Round round, Map<String, NDArray> parts);

    NDArray generatorLoss(NDArray fakeLogits);

    /** What the discriminator's loss is called. */
    default String discriminatorLossName() {
        return "discriminatorLoss";
    }

    /**
     * What D has been shown, and says of it.
     *
     * @param real x, and fake G(z)
     * @param realLogits D(x), and fakeLogits D(G(z)): {@code [n]}, or {@code [n, 1, h, w]} for patches
     * @param discriminator D itself, for penalties on its gradient
     */
    record Round(
            NDArray real, NDArray fake, NDArray realLogits, NDArray fakeLogits, UnaryOperator<NDArray> discriminator) {}

    /**
     * −E log D(x) − E log(1 − D(G(z))), in logits E softplus(−real) + E softplus(fake) (Goodfellow 2014, eq. 1).
     *
     * @param smoothing real samples count as 1 − smoothing (Salimans 2016)
     */
    static AdversarialLoss minimax(GeneratorLoss generatorLoss, double smoothing) {
        return new AdversarialLoss() {
            @Override
            public NDArray discriminatorLoss(Round round, Map<String, NDArray> parts) {
                NDArray loss =
                        Losses.crossEntropyAsReal(round.realLogits).add(Losses.crossEntropyAsFake(round.fakeLogits));
                // −(1−s) log D − s log(1−D) = softplus(−l) + s·l
                return smoothing == 0 ? loss : NativeOperations.sum(loss, round.realLogits.mean(), smoothing);
            }

            @Override
            public NDArray generatorLoss(NDArray fakeLogits) {
                return generatorLoss.of(fakeLogits);
            }
        };
    }

    /**
     * ½ E (D(x) − 1)² + ½ E D(G(z))², and E (D(G(z)) − 1)² for G (Mao 2017; halved for D alone as by Zhu 2017).
     *
     * @param smoothing real samples count as 1 − smoothing for D
     */
    static AdversarialLoss leastSquares(double smoothing) {
        return new AdversarialLoss() {
            @Override
            public NDArray discriminatorLoss(Round round, Map<String, NDArray> parts) {
                NDArray onReal =
                        round.realLogits.sub((float) (1 - smoothing)).square().mean();
                return NativeOperations.scaled(
                        onReal.add(round.fakeLogits.square().mean()), 0.5);
            }

            @Override
            public NDArray generatorLoss(NDArray fakeLogits) {
                return fakeLogits.sub(1f).square().mean();
            }
        };
    }
}
