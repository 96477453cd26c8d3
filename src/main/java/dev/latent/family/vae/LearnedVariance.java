package dev.latent.family.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Losses;

/**
 * One variance σ² of all of a decoder's values, which is learned (the optimal σ-VAE of Rybkin, Daniilidis & Levine 2021):
 * for a batch the mean squared error is the best there is. The mean of many batches is kept with the decoder's weights.
 */
final class LearnedVariance {
    private static final double KEPT = 0.99;
    /** A pixel's rounding to a byte. */
    private static final double LEAST = 1 / (12 * 255.0 * 255.0);

    private final Weights decoder;
    private final NDArray mean;

    LearnedVariance(Weights decoder) {
        this.decoder = decoder;
        this.mean = decoder.buffer("observationVariance", new Shape(), 1);
    }

    double value() {
        return mean.getFloat();
    }

    /** ‖x − y‖² / 2σ² + d/2 log 2πσ² (eq. 4), mean over samples; in training with the batch's σ². */
    NDArray loss(NDArray y, NDArray x) {
        NDArray squares = Losses.squaredError(y, x);
        long d = x.size() / x.getShape().get(0);
        NDArray variance = decoder.training() ? ofBatch(squares, d) : mean;
        NDArray fit = squares.div(NativeOperations.scaled(variance, 2));
        return fit.add(NativeOperations.scaled(
                NativeOperations.scaled(variance, 2 * Math.PI).log(), d / 2.0));
    }

    private NDArray ofBatch(NDArray squares, long d) {
        NDArray variance =
                NativeOperations.scaled(squares.stopGradient(), 1.0 / d).maximum((float) LEAST);
        NativeOperations.copy(
                NativeOperations.scaled(mean, KEPT).add(NativeOperations.scaled(variance, 1 - KEPT)), mean);
        return variance;
    }
}
