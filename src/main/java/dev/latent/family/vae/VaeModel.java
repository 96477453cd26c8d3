package dev.latent.family.vae;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Binarization;
import dev.latent.family.DataShape;
import dev.latent.family.Decodes;
import dev.latent.family.Encodes;
import dev.latent.family.EstimatesLikelihood;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.autoencoding.Output;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.network.Architecture;
import dev.latent.family.network.Labels;
import dev.latent.family.network.Layout;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.posterior.Posterior;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An encoder that gives q(z given x) and a decoder that gives p(x given z). */
final class VaeModel implements GenerativeModel, Generates, Reconstructs, Encodes, Decodes, EstimatesLikelihood {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private final Map<String, Weights> networks = new LinkedHashMap<>();
    private final Layer encoder;
    private final Layer decoder;
    private final VaeHyperparameters hyperparameters;
    private final Labels labels;
    private final boolean image;
    private final @Nullable LearnedVariance learned;

    VaeModel(VaeHyperparameters h, DataShape data, Weights.Source weights) {
        hyperparameters = h;
        labels = h.conditional() ? new Labels(data.classes()) : Labels.NONE;
        image = data.sample().isImage();
        Layout layout = new Layout(h.networks(), data.sample(), h.activation().style(), 0);
        Weights encoderWeights = weights.network();
        Weights decoderWeights = weights.network();
        networks.put("encoder", encoderWeights);
        networks.put("decoder", decoderWeights);
        encoder =
                layout.encoder(encoderWeights, labels.classes(), h.covariance().parameters(h.latentDim()));
        decoder = layout.decoder(decoderWeights, h.latentDim() + (long) labels.classes());
        learned = h.learnedVariance() ? new LearnedVariance(decoderWeights) : null;
    }

    /** q(z given x). */
    Posterior posterior(NDArray x, @Nullable NDArray labels) {
        return posterior(parameters(x, labels));
    }

    private NDArray parameters(NDArray x, @Nullable NDArray labels) {
        boolean flat = hyperparameters.networks().architecture() == Architecture.MLP;
        return encoder.apply(this.labels.join(x, labels, flat));
    }

    private Posterior posterior(NDArray parameters) {
        return hyperparameters.covariance().posterior(parameters, latentDimension());
    }

    /** p(x given z) before the last activation. */
    NDArray logits(NDArray z, @Nullable NDArray labels) {
        return decoder.apply(this.labels.join(z, labels, true));
    }

    /** −log p(x given z), summed over a sample's values, mean over samples; without constants unless σ² is learned. */
    NDArray reconstructionLoss(NDArray logits, NDArray x) {
        return learned == null ? output().loss(logits, x) : learned.loss(output().values(logits), x);
    }

    Output output() {
        double variance = learned == null ? hyperparameters.observationVariance() : learned.value();
        return new Output(hyperparameters.reconstruction(), image, variance);
    }

    @Override
    public Map<String, Weights> networks() {
        return networks;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        return Map.of("encoder", encoder.description(), "decoder", output().values(decoder.description()));
    }

    @Override
    public int latentDimension() {
        return hyperparameters.latentDim();
    }

    @Override
    public boolean conditional() {
        return labels.classes() > 0;
    }

    @Override
    public NDArray generate(NDArray z, @Nullable NDArray labels) {
        return decode(z, labels);
    }

    @Override
    public NDArray decode(NDArray z, @Nullable NDArray labels) {
        return output().values(logits(z, labels));
    }

    @Override
    public NDArray reconstruct(NDArray x, @Nullable NDArray labels) {
        return decode(posterior(x, labels).mode(), labels);
    }

    @Override
    public Code encode(NDArray x, @Nullable NDArray labels) {
        Posterior posterior = posterior(x, labels);
        return new Code(posterior.mode(), posterior.logVariance());
    }

    /** log p(x given z) + log p(z) − log q(z given x); with y, the first and the last also given y (Sohn 2015). */
    @Override
    public NDArray logImportanceWeight(NDArray x, @Nullable NDArray labels, NDArray noise) {
        int draws = Math.toIntExact(noise.getShape().get(0) / x.getShape().get(0));
        Posterior posterior = posterior(parameters(x, labels).repeat(0, draws));
        NDArray z = posterior.sample(noise);
        NDArray target = x.repeat(0, draws);
        NDArray logPrior = NativeOperations.scaled(z.square().add(LOG_2_PI).sum(new int[] {1}), -0.5);
        NDArray logits = logits(z, labels == null ? null : labels.repeat(0, draws));
        return output().logLikelihood(logits, target).add(logPrior).sub(posterior.logDensity(noise));
    }

    @Override
    public Binarization binarization() {
        return hyperparameters.binarization();
    }

    @Override
    public boolean isLikelihood() {
        return hyperparameters.reconstruction() != Reconstruction.BERNOULLI || binarization() != Binarization.NONE;
    }
}
