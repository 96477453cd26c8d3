package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** What the two players minimize, from the discriminator's unbounded outputs. */
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
     * A loss of what D says alone.
     *
     * @param discriminator what D minimizes, from D(x) and D(G(z))
     * @param generator what G minimizes, from D(G(z))
     */
    static AdversarialLoss of(BinaryOperator<NDArray> discriminator, UnaryOperator<NDArray> generator) {
        return new AdversarialLoss() {
            @Override
            public NDArray discriminatorLoss(Round round, Map<String, NDArray> parts) {
                return discriminator.apply(round.realLogits, round.fakeLogits);
            }

            @Override
            public NDArray generatorLoss(NDArray fakeLogits) {
                return generator.apply(fakeLogits);
            }
        };
    }

    /**
     * Lets real samples count as 1 − s (Salimans 2016): −(1 − s) log D(x) − s log(1 − D(x)) = softplus(−l) + s·l.
     *
     * @param loss with −E log D(x) in it
     */
    static NDArray smoothed(NDArray loss, NDArray realLogits, double s) {
        return s == 0 ? loss : NativeOperations.sum(loss, realLogits.mean(), s);
    }
}
