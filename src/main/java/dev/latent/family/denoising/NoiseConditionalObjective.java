package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.family.TrainingBatch;
import dev.latent.nn.engine.NativeOperations;

/**
 * ‖r(x + σε, m, σ) − x‖², log σ being uniform; in half of the rows up to 60% of the values are hidden. The rows of which σ
 * is not told are corrupted, and compared, as a denoiser's are that knows no levels. The step sizes fall to 0 over the run.
 */
record NoiseConditionalObjective(NoiseConditionalDenoiser model, DenoisingHyperparameters h) {
    private static final double MOST_HIDDEN = 0.6;
    private static final double ROWS_WITH_HIDDEN = 0.5;
    private static final double ROWS_TOLD = 0.75;

    static double rateFactor(TrainingBatch batch) {
        return 0.5 * (1 + Math.cos(Math.PI * batch.share()));
    }

    NDArray of(TrainingBatch batch) {
        NDArray x = batch.x();
        NDManager manager = batch.manager();
        NDArray told = chosen(manager, batch.size(), ROWS_TOLD);
        NDArray level = levels(manager, batch.size());
        NDArray noisy = x.add(Noise.ENGINE.normal(manager, x.getShape()).mul(level));
        NDArray corrupted = corrupted(x);
        NDArray seen = either(told, noisy, corrupted);
        NDArray target = switch (h.target()) {
            case CLEAN, BLIND_SPOT -> x;
            case CORRUPTED -> either(told, x, corrupted);
            case INDEPENDENT -> either(told, x, corrupted(x));
        };
        return model.output().loss(model.logits(seen, hidden(x, told), level.mul(told)), target);
    }

    private NDArray corrupted(NDArray x) {
        return Corruption.applyOneOf(h.corruptions(), x, Range.COLUMNS, Noise.ENGINE);
    }

    /** {@code [n, 1]}. */
    private static NDArray levels(NDManager manager, long n) {
        double width = Math.log(NoiseLevels.HIGHEST / NoiseLevels.LOWEST);
        return NativeOperations.scaled(uniform(manager, n), width)
                .add((float) Math.log(NoiseLevels.LOWEST))
                .exp();
    }

    private static NDArray hidden(NDArray x, NDArray told) {
        NDManager manager = x.getManager();
        long n = x.getShape().get(0);
        NDArray some = chosen(manager, n, ROWS_WITH_HIDDEN).mul(told);
        NDArray share =
                NativeOperations.scaled(uniform(manager, n), MOST_HIDDEN).mul(some);
        return Noise.ENGINE.uniform(manager, x.getShape()).lt(share).toType(DataType.FLOAT32, false);
    }

    /** @param first 1 for rows that are the first's, {@code [n, 1]} */
    private static NDArray either(NDArray first, NDArray one, NDArray other) {
        return other.add(one.sub(other).mul(first));
    }

    /** 1 for a share of the rows. */
    private static NDArray chosen(NDManager manager, long n, double share) {
        return uniform(manager, n).lt((float) share).toType(DataType.FLOAT32, false);
    }

    private static NDArray uniform(NDManager manager, long n) {
        return Noise.ENGINE.uniform(manager, new Shape(n, 1));
    }
}
