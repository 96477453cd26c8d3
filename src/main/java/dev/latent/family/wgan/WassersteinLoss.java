package dev.latent.family.wgan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.family.ScoresAsCritic;
import dev.latent.family.adversarial.AdversarialLoss;
import dev.latent.nn.engine.NativeOperations;
import java.util.Arrays;
import java.util.Map;

/**
 * The critic minimizes E D(G(z)) − E D(x), and G −E D(G(z)) (Arjovsky 2017, eq. 2).
 *
 * @param gradientPenaltyWeight λ, 0 where the critic is kept Lipschitz otherwise
 */
record WassersteinLoss(double gradientPenaltyWeight) implements AdversarialLoss {
    @Override
    public NDArray discriminatorLoss(Round round, Map<String, NDArray> parts) {
        NDArray estimate = round.realLogits().mean().sub(round.fakeLogits().mean());
        parts.put(ScoresAsCritic.ESTIMATE, estimate);
        return gradientPenaltyWeight == 0
                ? estimate.neg()
                : NativeOperations.scaled(gradientPenalty(round), gradientPenaltyWeight)
                        .sub(estimate);
    }

    /** E (‖∇D(x̂)‖ − 1)², x̂ = εx + (1 − ε)G(z), ε ~ U(0,1) (Gulrajani 2017, eq. 3). */
    private static NDArray gradientPenalty(Round round) {
        NDArray real = round.real();
        long[] one = new long[real.getShape().dimension()];
        Arrays.fill(one, 1);
        one[0] = real.getShape().get(0);
        NDArray epsilon = Noise.ENGINE.uniform(real.getManager(), new Shape(one));
        NDArray between = NativeOperations.followed(
                round.fake().add(real.sub(round.fake()).mul(epsilon)));
        NDArray gradient =
                NativeOperations.inputGradient(between, round.discriminator().apply(between));
        return NativeOperations.norms(gradient).sub(1f).square().mean();
    }

    @Override
    public NDArray generatorLoss(NDArray fakeLogits) {
        return fakeLogits.mean().neg();
    }

    @Override
    public String discriminatorLossName() {
        return "criticLoss";
    }
}
