package dev.latent.bench.eager;

import java.util.List;
import org.bytedeco.pytorch.BCEWithLogitsLossOptions;
import org.bytedeco.pytorch.MSELossOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.kSum;
import tools.jackson.databind.JsonNode;

/** An encoder and a decoder. */
final class Autoencoders {
    private Autoencoders() {}

    static Trained variational(JsonNode h) {
        int latent = h.get("latentDim").asInt();
        Network encoder = Networks.encoder(h, 2L * latent);
        Network decoder = Networks.decoder(h, latent);
        List<Tensor> weights = Weights.of(encoder, decoder);
        FusedAdam adam = new FusedAdam(h, weights);
        double klWeight = h.get("klWeight").asDouble();
        return new Trained(weights, data -> {
            Tensor x = data.batch().x();
            TensorVector parameters = encoder.of(x).chunk(2, 1);
            Tensor mean = parameters.get(0);
            Tensor logVariance = parameters.get(1);
            Tensor deviation = logVariance.mul(new Scalar(0.5)).exp();
            Tensor logits = decoder.of(mean.add(torch.randn_like(mean).mul(deviation)));
            Tensor loss = perSample(crossEntropy(logits, x), x)
                    .add(kl(mean, logVariance).mul(new Scalar(klWeight)));
            return List.of(adam.minimize(loss));
        });
    }

    private static Tensor crossEntropy(Tensor logits, Tensor x) {
        BCEWithLogitsLossOptions sum = new BCEWithLogitsLossOptions();
        sum.reduction().put(new kSum());
        return torch.binary_cross_entropy_with_logits(logits, x, sum);
    }

    private static Tensor kl(Tensor mean, Tensor logVariance) {
        return mean.square()
                .add(logVariance.exp())
                .sub(logVariance)
                .sub(new Scalar(1f))
                .sum(1)
                .mean()
                .mul(new Scalar(0.5));
    }

    /** Denoising where the hyperparameters name a corruption. */
    static Trained plain(JsonNode h) {
        Network encoder = Networks.encoder(h, h.get("latentDim").asInt());
        Network decoder = Networks.decoder(h, h.get("latentDim").asInt());
        List<Tensor> weights = Weights.of(encoder, decoder);
        FusedAdam adam = new FusedAdam(h, weights);
        double level = h.path("corruptions").path(0).path("level").asDouble(0);
        return new Trained(weights, data -> {
            Tensor x = data.batch().x();
            Tensor y = torch.sigmoid(decoder.of(encoder.of(level == 0 ? x : noisy(x, level))));
            MSELossOptions sum = new MSELossOptions();
            sum.reduction().put(new kSum());
            return List.of(adam.minimize(perSample(torch.mse_loss(y, x, sum), x)));
        });
    }

    private static Tensor noisy(Tensor x, double level) {
        ScalarOptional black = new ScalarOptional(new Scalar(0f));
        return x.add(torch.randn_like(x).mul(new Scalar(level))).clamp_(black, new ScalarOptional(new Scalar(1f)));
    }

    private static Tensor perSample(Tensor sum, Tensor x) {
        return sum.div(new Scalar((double) x.size(0)));
    }
}
