package dev.latent.bench.eager;

import static dev.latent.bench.eager.Networks.DEEP_HALVINGS;
import static dev.latent.bench.eager.Networks.HALVINGS;
import static dev.latent.bench.eager.Networks.PIXELS;
import static dev.latent.bench.eager.Networks.TOP_UNITS;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import tools.jackson.databind.JsonNode;

/** A generator and a discriminator that play against each other. */
final class Games {
    private static final Loss LOGISTIC = new Loss() {
        @Override
        public Tensor ofDiscriminator(Tensor real, Tensor fake) {
            return ofGenerator(real).add(torch.softplus(fake).mean());
        }

        @Override
        public Tensor ofGenerator(Tensor fake) {
            return torch.softplus(fake.neg()).mean();
        }
    };
    /** Of labels 0 and 1. */
    private static final Loss SQUARES = new Loss() {
        @Override
        public Tensor ofDiscriminator(Tensor real, Tensor fake) {
            return ofGenerator(real).add(fake.square().mean().mul(new Scalar(0.5)));
        }

        @Override
        public Tensor ofGenerator(Tensor fake) {
            return fake.sub(new Scalar(1f)).square().mean().mul(new Scalar(0.5));
        }
    };

    private Games() {}

    private interface Loss {
        Tensor ofDiscriminator(Tensor real, Tensor fake);

        Tensor ofGenerator(Tensor fake);
    }

    static Trained gan(JsonNode h) {
        Network discriminator = Networks.mlp(PIXELS, Networks.hiddenUnits(h), 1, Network::leaky, false);
        return play(h, generator(h, 0, HALVINGS), Labelled.not(discriminator.scores()), LOGISTIC);
    }

    static Trained dcgan(JsonNode h) {
        Network discriminator = Networks.normalizedDiscriminator(h, DEEP_HALVINGS);
        return play(h, generator(h, 0, DEEP_HALVINGS), Labelled.not(discriminator), LOGISTIC);
    }

    static Trained lsgan(JsonNode h) {
        Network discriminator =
                Networks.judged(h, 1, true, DEEP_HALVINGS).linear(TOP_UNITS, 1).scores();
        return play(h, generator(h, 0, DEEP_HALVINGS), Labelled.not(discriminator), SQUARES);
    }

    static Trained cgan(JsonNode h, int classes) {
        Labelled generator = generator(h, classes, HALVINGS);
        Network judged = Networks.judged(h, 1L + classes, false, HALVINGS);
        return play(h, generator, Labelled.projected(Labelled.joined(judged, classes), classes), LOGISTIC);
    }

    private static Labelled generator(JsonNode h, int classes, int halvings) {
        Network generator = Networks.generator(h, h.get("latentDim").asInt() + classes, halvings);
        return classes == 0 ? Labelled.not(generator) : Labelled.joined(generator, classes);
    }

    private static Trained play(JsonNode h, Labelled generator, Labelled discriminator, Loss loss) {
        FusedAdam ofGenerator = new FusedAdam(h, generator.weights());
        FusedAdam ofDiscriminator = new FusedAdam(h, discriminator.weights());
        int latent = h.get("latentDim").asInt();
        int steps = h.get("discriminatorSteps").asInt();
        return new Trained(Weights.of(generator.weights(), discriminator.weights()), data -> {
            Data.Batch batch = data.batch();
            Tensor first = batch.x();
            for (int i = 0; i < steps; i++) {
                batch = i == 0 ? batch : data.batch();
                Tensor fake = generator.of(codes(batch, latent), batch.labels()).detach();
                Tensor real = discriminator.of(Range.symmetric(batch.x()), batch.labels());
                first = ofDiscriminator.minimize(loss.ofDiscriminator(real, discriminator.of(fake, batch.labels())));
            }
            Tensor fake = generator.of(codes(batch, latent), batch.labels());
            Tensor judged = discriminator.of(fake, batch.labels());
            return List.of(first, ofGenerator.minimize(loss.ofGenerator(judged)));
        });
    }

    private static Tensor codes(Data.Batch batch, int latent) {
        return torch.randn(batch.labels().size(0), latent);
    }
}
