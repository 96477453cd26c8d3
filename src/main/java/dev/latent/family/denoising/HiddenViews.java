package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.stream.IntStream;

/**
 * What is made of rows where some of their values are hidden, each once: of wide rows several at a time, spread evenly.
 *
 * @param x {@code [n, d]}
 */
record HiddenViews(NoiseConditionalDenoiser model, NDArray x) {
    private static final int MOST = 64;
    private static final int TOGETHER = 8;

    /** x less what stands for its values, {@code [n, d]}. */
    NDArray deviation() {
        int d = Math.toIntExact(x.getShape().get(1));
        int views = Math.min(d, MOST);
        NDArray deviation = x.zerosLike();
        for (int from = 0; from < views; from += TOGETHER) {
            int[] some = IntStream.range(from, Math.min(views, from + TOGETHER)).toArray();
            deviation = deviation.add(deviation(some, views, d));
        }
        return deviation;
    }

    /** Of the values that some of the views hide; 0 for all others. */
    private NDArray deviation(int[] some, int views, int d) {
        long n = x.getShape().get(0);
        NDManager manager = x.getManager();
        NDArray rows = x.reshape(n, 1, d);
        NDArray masks = manager.create(masks(some, views, d), new Shape(1, some.length, d));
        NDArray repeated = rows.broadcast(n, some.length, d).reshape(n * some.length, d);
        NDArray hidden = masks.broadcast(n, some.length, d).reshape(n * some.length, d);
        NDArray level = manager.full(new Shape(n * some.length, 1), (float) NoiseLevels.LOWEST);
        NDArray made = model.logits(repeated, hidden, level);
        return rows.sub(made.reshape(n, some.length, d)).mul(masks).sum(new int[] {1});
    }

    private static float[] masks(int[] some, int views, int d) {
        float[] masks = new float[some.length * d];
        for (int i = 0; i < some.length; i++) {
            for (int column = some[i]; column < d; column += views) {
                masks[i * d + column] = 1;
            }
        }
        return masks;
    }
}
