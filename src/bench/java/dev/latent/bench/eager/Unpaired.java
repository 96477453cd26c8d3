package dev.latent.bench.eager;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import tools.jackson.databind.JsonNode;

/** Two generators, A → B and B → A, and a discriminator for each domain. */
final class Unpaired {
    private final Network toB;
    private final Network toA;
    private final Network judgeA;
    private final Network judgeB;

    private Unpaired(Network toB, Network toA, Network judgeA, Network judgeB) {
        this.toB = toB;
        this.toA = toA;
        this.judgeA = judgeA;
        this.judgeB = judgeB;
    }

    /** How far two batches of images are apart. */
    private interface Distance {
        Tensor of(Tensor a, Tensor b);
    }

    private interface Losses {
        Tensor ofGenerator(Tensor fake);

        Tensor ofDiscriminator(Tensor real, Tensor fake);
    }

    /** What is asked of the generators but to deceive. */
    private record Ways(Distance distance, double backWeight, double identityWeight) {}

    static Trained cycle(JsonNode h) {
        Unpaired networks = new Unpaired(
                Networks.resnetGenerator(h),
                Networks.resnetGenerator(h),
                Networks.patchDiscriminator(h),
                Networks.patchDiscriminator(h));
        double back = h.get("cycleWeight").asDouble();
        return networks.trained(
                h,
                new Squares(),
                new Ways(torch::l1_loss, back, h.get("identityWeight").asDouble()));
    }

    static Trained disco(JsonNode h) {
        Unpaired networks = new Unpaired(
                Networks.encoderDecoder(h),
                Networks.encoderDecoder(h),
                Networks.normalizedDiscriminator(h, Networks.HALVINGS),
                Networks.normalizedDiscriminator(h, Networks.HALVINGS));
        double back = h.get("reconstructionWeight").asDouble();
        return networks.trained(h, new Logistic(), new Ways(torch::mse_loss, back, 0));
    }

    private static final class Squares implements Losses {
        @Override
        public Tensor ofGenerator(Tensor fake) {
            return fake.sub(new Scalar(1f)).square().mean();
        }

        @Override
        public Tensor ofDiscriminator(Tensor real, Tensor fake) {
            return ofGenerator(real).add(fake.square().mean()).div(new Scalar(2f));
        }
    }

    private static final class Logistic implements Losses {
        @Override
        public Tensor ofGenerator(Tensor fake) {
            return torch.softplus(fake.neg()).mean();
        }

        @Override
        public Tensor ofDiscriminator(Tensor real, Tensor fake) {
            return ofGenerator(real).add(torch.softplus(fake).mean());
        }
    }

    private Trained trained(JsonNode h, Losses losses, Ways ways) {
        FusedAdam generators = new FusedAdam(h, Weights.of(toB, toA));
        FusedAdam discriminators = new FusedAdam(h, Weights.of(judgeA, judgeB));
        int size = h.path("imagePoolSize").asInt(0);
        ImagePool poolA = new ImagePool(size);
        ImagePool poolB = new ImagePool(size);
        return new Trained(Weights.of(toB, toA, judgeA, judgeB), data -> {
            Tensor a = Range.symmetric(data.batch().x());
            Tensor b = Range.symmetric(data.batch().x());
            Tensor fakeA = toA.of(b);
            Tensor fakeB = toB.of(a);
            Tensor deceived = losses.ofGenerator(judgeA.of(fakeA)).add(losses.ofGenerator(judgeB.of(fakeB)));
            Tensor first = generators.minimize(deceived.add(asked(ways, a, b, fakeA, fakeB)));
            Tensor shownA = poolA.exchange(fakeA.detach());
            Tensor shownB = poolB.exchange(fakeB.detach());
            Tensor judged = losses.ofDiscriminator(judgeA.of(a), judgeA.of(shownA))
                    .add(losses.ofDiscriminator(judgeB.of(b), judgeB.of(shownB)));
            return List.of(first, discriminators.minimize(judged));
        });
    }

    private Tensor asked(Ways ways, Tensor a, Tensor b, Tensor fakeA, Tensor fakeB) {
        Distance distance = ways.distance;
        Tensor back = distance.of(toA.of(fakeB), a).add(distance.of(toB.of(fakeA), b));
        Tensor asked = back.mul(new Scalar(ways.backWeight));
        if (ways.identityWeight == 0) {
            return asked;
        }
        Tensor identity = distance.of(toA.of(a), a).add(distance.of(toB.of(b), b));
        return asked.add(identity.mul(new Scalar(ways.identityWeight)));
    }
}
