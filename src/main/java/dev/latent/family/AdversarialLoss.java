package dev.latent.family;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.Losses;
import java.util.function.UnaryOperator;

/** What the two players minimise, from the discriminator's unbounded outputs {@code [n]}. */
public interface AdversarialLoss {
    /**
     * @param real D(x), and fake D(G(z))
     * @param discriminator D itself, for penalties on its gradient
     */
    NDArray discriminatorLoss(Pair real, Pair fake, UnaryOperator<NDArray> discriminator);

    NDArray generatorLoss(NDArray fakeLogits);

    /** Samples and what D says of them. */
    record Pair(NDArray samples, NDArray logits) {}

    /**
     * −E log D(x) − E log(1 − D(G(z))), in logits E softplus(−real) + E softplus(fake) (Goodfellow 2014, eq. 1).
     *
     * @param smoothing real samples count as 1 − smoothing (Salimans 2016)
     */
    static AdversarialLoss minimax(GeneratorLoss generatorLoss, double smoothing) {
        return new AdversarialLoss() {
            @Override
            public NDArray discriminatorLoss(Pair real, Pair fake, UnaryOperator<NDArray> discriminator) {
                NDArray onReal = Losses.softplus(real.logits().neg()).mean();
                NDArray onFake = Losses.softplus(fake.logits()).mean();
                // −(1−s) log D − s log(1−D) = softplus(−l) + s·l
                return onReal.add(onFake).add(real.logits().mean().mul(smoothing));
            }

            @Override
            public NDArray generatorLoss(NDArray fakeLogits) {
                return generatorLoss.of(fakeLogits);
            }
        };
    }
}
