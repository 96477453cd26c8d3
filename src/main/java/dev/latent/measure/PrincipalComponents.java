package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.nn.engine.LinearAlgebra;

/**
 * The best linear code of a length (Pearson 1901).
 *
 * @param mean {@code [1, d]}
 * @param directions orthonormal, of the greatest variance first, {@code [k, d]}
 */
public record PrincipalComponents(NDArray mean, NDArray directions) {
    private static final int SPARE_DIRECTIONS = 10;
    private static final int ROUNDS = 12;

    /** @param data {@code [n, d]} @param k at most n and d @param noise draws where the search starts */
    public static PrincipalComponents of(NDArray data, int k, Noise noise) {
        NDArray mean = data.mean(new int[] {0}, true);
        NDArray centred = data.sub(mean);
        long wanted = Math.min(
                k + SPARE_DIRECTIONS,
                Math.min(data.getShape().get(0), data.getShape().get(1)));
        NDArray start =
                noise.normal(data.getManager(), new Shape(data.getShape().get(1), wanted));
        NDArray directions = LinearAlgebra.principalDirections(centred, start, ROUNDS);
        centred.close();
        return new PrincipalComponents(mean, directions.get(":" + k));
    }

    /** {@code [n, d]} → {@code [n, k]}. */
    public NDArray encode(NDArray x) {
        return x.sub(mean).matMul(directions.transpose());
    }

    /** What is left of samples that went through the code, {@code [n, d]}. */
    public NDArray reconstruct(NDArray x) {
        return encode(x).matMul(directions).add(mean);
    }
}
