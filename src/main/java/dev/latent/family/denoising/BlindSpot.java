package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.Noise;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Surroundings;
import dev.latent.nn.training.Losses;

/**
 * Noise2Same (Xie 2020, eq. 6): E‖r(y) − y‖² + 2σ √E‖r(y)_J − r(y without J)_J‖² of pictures y with independent noise of
 * deviation σ in each pixel bounds how far r(y) is from what is not known. J are pixels drawn at random; without them
 * means that each is the mean of its neighbours. What σ is, the error at J tells, which holds the noise and little else.
 */
record BlindSpot(ResidualDenoiser model) {
    /** Part of the pixels. */
    private static final double HIDDEN = 0.02;

    private static final double SCALE = 100;

    NDArray loss(NDArray y) {
        NDArray hidden =
                Noise.ENGINE.uniform(y.getManager(), y.getShape()).lt(HIDDEN).toType(y.getDataType(), false);
        NDArray count = hidden.sum().maximum(1);
        NDArray without = Surroundings.inPlaceOf(hidden, y);
        NDArray seen = model.noise(y, null);
        NDArray told = without.sub(model.noise(without, null));
        NDArray sigma =
                told.stopGradient().sub(y).mul(hidden).square().sum().div(count).sqrt();
        NDArray difference = Losses.rootOfSum(y.sub(seen).sub(told).mul(hidden), count);
        NDArray bound =
                Losses.meanSquaredError(seen, y.zerosLike()).add(NativeOperations.scaled(difference.mul(sigma), 2));
        return NativeOperations.scaled(bound, SCALE);
    }
}
