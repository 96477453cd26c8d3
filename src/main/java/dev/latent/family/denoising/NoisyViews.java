package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperations;
import java.util.SplittableRandom;

/**
 * What is made of rows with noise of some levels added: the same noise to each row, and its opposite, so that a row's
 * deviation depends on nothing but the row.
 *
 * @param x {@code [n, d]}
 */
record NoisyViews(NoiseConditionalDenoiser model, NDArray x) {
    private static final int DRAWS = 8;
    private static final long SEED = 1;

    /** √E‖r(x + σε, σ) − x‖² of each value, {@code [n, d]}. */
    NDArray deviation(double level) {
        long n = x.getShape().get(0);
        long d = x.getShape().get(1);
        NDManager manager = x.getManager();
        NDArray rows = x.reshape(n, 1, d);
        NDArray noise = NativeOperations.scaled(noise(manager, Math.toIntExact(d)), level);
        NDArray noisy = rows.add(noise).reshape(n * DRAWS, d);
        NDArray made = model.logits(noisy, noisy.zerosLike(), manager.full(new Shape(n * DRAWS, 1), (float) level));
        return made.reshape(n, DRAWS, d).sub(rows).square().mean(new int[] {1}).sqrt();
    }

    /** {@code [1, draws, d]}. */
    private static NDArray noise(NDManager manager, int d) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[DRAWS * d];
        int half = values.length / 2;
        for (int i = 0; i < half; i++) {
            values[i] = (float) random.nextGaussian();
            values[half + i] = -values[i];
        }
        return manager.create(values, new Shape(1, DRAWS, d));
    }
}
