package dev.latent.family.autoencoding;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Activation;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.training.Losses;

/** What a decoder's logits become, and how far that is from a target. */
public record Output(Reconstruction reconstruction, boolean image, double observationVariance) {
    /** Pixels in [0,1], or columns as they are. */
    public NDArray values(NDArray logits) {
        return image ? Activation.SIGMOID.layer().apply(logits) : logits;
    }

    /** A decoder whose logits become values. */
    public LayerDescription values(LayerDescription decoder) {
        return decoder.then(image ? Activation.SIGMOID : Activation.NONE);
    }

    /** L(target, logits): summed over a sample's values, mean over samples. */
    public NDArray loss(NDArray logits, NDArray target) {
        return switch (reconstruction) {
            case BERNOULLI -> Losses.bernoulliCrossEntropy(logits, target);
            case SQUARED_ERROR -> Losses.squaredError(values(logits), target);
            case GAUSSIAN ->
                NativeOperations.scaled(Losses.squaredError(values(logits), target), 0.5 / observationVariance);
        };
    }

    /** log p(target given z) of each sample, {@code [n]}, with every constant: in nats. */
    public NDArray logLikelihood(NDArray logits, NDArray target) {
        long n = target.getShape().get(0);
        if (reconstruction == Reconstruction.BERNOULLI) {
            // x·l − softplus(l) = x log σ(l) + (1 − x) log(1 − σ(l))
            return target.mul(logits)
                    .sub(Losses.softplus(logits))
                    .reshape(n, -1)
                    .sum(new int[] {1});
        }
        double variance = reconstruction == Reconstruction.GAUSSIAN ? observationVariance : 0.5;
        NDArray squares = values(logits).sub(target).square().reshape(n, -1);
        return NativeOperations.scaled(squares, -0.5 / variance)
                .sub(0.5 * Math.log(2 * Math.PI * variance))
                .sum(new int[] {1});
    }
}
