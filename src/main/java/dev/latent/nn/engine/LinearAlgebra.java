package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;

/** Decompositions that the engine has and DJL does not offer. */
public final class LinearAlgebra {
    private static final String PRINCIPAL_DIRECTIONS = """
            def forward(self: __torch__.Operation, x: Tensor, start: Tensor) -> Tensor:
              q = start
              for i in range(%d):
                q, _0 = torch.linalg_qr(torch.matmul(torch.t(x), torch.matmul(x, q)))
              _1, _2, directions = torch.linalg_svd(torch.matmul(x, q), False)
              return torch.matmul(directions, torch.t(q))
            """;

    private LinearAlgebra() {}

    /**
     * The leading right singular vectors of {@code x}, by subspace iteration (Halko 2011, algorithm 4.4).
     *
     * @param x {@code [n, d]}, centered
     * @param start {@code [d, l]}, random
     * @param rounds iterations, each of which lets what is left of the other directions fade
     * @return {@code [l, d]}, orthonormal, the leading one first
     */
    public static NDArray principalDirections(NDArray x, NDArray start, int rounds) {
        return NativeOperations.of(PRINCIPAL_DIRECTIONS.formatted(rounds)).apply(x, start);
    }
}
