package dev.latent.nn.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.latent.nn.engine.NativeOperations;

/** N(μ, diag σ²) (Kingma & Welling 2014). @param mean μ and logVariance log σ², {@code [n, k]} */
public record DiagonalGaussian(NDArray mean, NDArray logVariance) implements Posterior {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);
    private static final String SAMPLE = """
            def forward(self: __torch__.Operation, mean: Tensor, logVariance: Tensor, noise: Tensor) -> Tensor:
              return torch.addcmul(mean, torch.exp(torch.mul(logVariance, 0.5)), noise)
            """;
    private static final String KL = """
            def forward(self: __torch__.Operation, mean: Tensor, logVariance: Tensor) -> Tensor:
              squares = torch.addcmul(torch.exp(logVariance), mean, mean)
              n = torch.size(mean, 0)
              constant = torch.mul(n, torch.size(mean, 1))
              return torch.div(torch.sub(torch.sum(torch.sub(squares, logVariance)), constant), torch.mul(2, n))
            """;

    /** @param parameters {@code [n, 2k]}: μ, then log σ² */
    public static DiagonalGaussian of(NDArray parameters) {
        NDList halves = parameters.split(2, 1);
        return new DiagonalGaussian(halves.get(0), halves.get(1));
    }

    @Override
    public NDArray sample(NDArray noise) {
        return NativeOperations.of(SAMPLE).apply(mean, logVariance, noise);
    }

    @Override
    public NDArray mode() {
        return mean;
    }

    /** ½ Σ (μ² + σ² − 1 − log σ²) (appendix B). */
    @Override
    public NDArray kl() {
        return NativeOperations.of(KL).apply(mean, logVariance);
    }

    /** −½ Σ (ε² + log σ² + log 2π). */
    @Override
    public NDArray logDensity(NDArray noise) {
        return NativeOperations.scaled(
                noise.square().add(logVariance).add(LOG_2_PI).sum(new int[] {1}), -0.5);
    }
}
