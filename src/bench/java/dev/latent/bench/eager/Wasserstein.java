package dev.latent.bench.eager;

import static dev.latent.bench.eager.Networks.DEEP_HALVINGS;

import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import tools.jackson.databind.JsonNode;

/** A generator and a critic whose gradient is held near 1. */
final class Wasserstein {
    private Wasserstein() {}

    static Trained gan(JsonNode h) {
        int latent = h.get("latentDim").asInt();
        Network generator = Networks.generator(h, latent, DEEP_HALVINGS);
        Network critic = Networks.judged(h, 1, false, DEEP_HALVINGS)
                .linear(Networks.TOP_UNITS, 1)
                .scores();
        FusedAdam ofGenerator = new FusedAdam(h, generator.weights());
        FusedAdam ofCritic = new FusedAdam(h, critic.weights());
        Scalar weight = new Scalar(h.get("gradientPenaltyWeight").asDouble());
        int steps = h.get("criticSteps").asInt();
        return new Trained(Weights.of(generator, critic), data -> {
            Tensor first = new Tensor();
            long n = 0;
            for (int i = 0; i < steps; i++) {
                Tensor real = Range.symmetric(data.batch().x());
                n = real.size(0);
                Tensor fake = generator.of(torch.randn(n, latent)).detach();
                Tensor estimate = critic.of(fake).mean().sub(critic.of(real).mean());
                first = ofCritic.minimize(
                        estimate.add(penalty(critic, real, fake).mul(weight)));
            }
            Tensor fake = generator.of(torch.randn(n, latent));
            return List.of(first, ofGenerator.minimize(critic.of(fake).mean().neg()));
        });
    }

    private static Tensor penalty(Network critic, Tensor real, Tensor fake) {
        Tensor epsilon = torch.rand(real.size(0), 1, 1, 1);
        Tensor between = fake.add(epsilon.mul(real.sub(fake))).requires_grad_(true);
        Tensor sum = critic.of(between).sum();
        TensorVector gradients = torch.grad(
                new TensorVector(sum), new TensorVector(between), new TensorVector(), new BoolOptional(), true, false);
        Tensor norms = gradients.get(0).flatten(1, -1).norm(new ScalarOptional(new Scalar(2f)), 1);
        return norms.sub(new Scalar(1f)).square().mean();
    }
}
