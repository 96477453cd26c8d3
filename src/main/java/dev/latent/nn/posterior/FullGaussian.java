package dev.latent.nn.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperations;

/**
 * N(μ, LLᵀ) with a lower-triangular L whose diagonal is positive.
 *
 * @param mean μ, {@code [n, k]}
 * @param logDiagonal log of L's diagonal, {@code [n, k]}
 * @param factor L, {@code [n, k, k]}
 */
public record FullGaussian(NDArray mean, NDArray logDiagonal, NDArray factor) implements Posterior {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);
    private static final String FACTOR = """
            def forward(self: __torch__.Operation, raw: Tensor) -> Tensor:
              diagonal = torch.diag_embed(torch.exp(torch.diagonal(raw, 0, 1, 2)))
              return torch.add(torch.tril(raw, -1), diagonal)
            """;
    private static final String DIAGONAL = """
            def forward(self: __torch__.Operation, raw: Tensor) -> Tensor:
              return torch.diagonal(raw, 0, 1, 2)
            """;

    /** @param parameters {@code [n, k + k²]}: μ, then L row by row with the logarithm of its diagonal */
    public static FullGaussian of(NDArray parameters, int k) {
        long n = parameters.getShape().get(0);
        NDArray raw = parameters.get(":, " + k + ":").reshape(new Shape(n, k, k));
        return new FullGaussian(
                parameters.get(":, :" + k),
                NativeOperations.of(DIAGONAL).apply(raw),
                NativeOperations.of(FACTOR).apply(raw));
    }

    @Override
    public NDArray sample(NDArray noise) {
        return mean.add(factor.batchMatMul(noise.expandDims(2)).squeeze(2));
    }

    @Override
    public NDArray mode() {
        return mean;
    }

    /** ½ (tr Σ + μᵀμ − k − log det Σ), with tr Σ = ‖L‖² and log det Σ = 2 Σ log Lᵢᵢ. */
    @Override
    public NDArray kl() {
        long k = mean.getShape().get(1);
        NDArray twice = factor.square()
                .sum(new int[] {1, 2})
                .add(mean.square().sum(new int[] {1}))
                .sub(k)
                .sub(NativeOperations.scaled(logDiagonal.sum(new int[] {1}), 2));
        return NativeOperations.scaled(twice.mean(), 0.5);
    }

    /** −½ (εᵀε + log det Σ + k log 2π). */
    @Override
    public NDArray logDensity(NDArray noise) {
        NDArray terms =
                noise.square().add(NativeOperations.scaled(logDiagonal, 2)).add(LOG_2_PI);
        return NativeOperations.scaled(terms.sum(new int[] {1}), -0.5);
    }

    /** Σᵢᵢ = Σⱼ Lᵢⱼ². */
    @Override
    public NDArray logVariance() {
        return factor.square().sum(new int[] {2}).log();
    }
}
