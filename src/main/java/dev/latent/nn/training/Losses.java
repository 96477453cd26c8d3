package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;

/** Losses in their numerically stable forms. Each says its reduction and whether it takes logits. */
public final class Losses {
    private static final String BERNOULLI = """
            def forward(self: __torch__.Operation, logits: Tensor, x: Tensor) -> Tensor:
              n = torch.size(logits, 0)
              agreement = torch.dot(torch.flatten(logits), torch.flatten(x))
              return torch.div(torch.sub(torch.sum(torch.softplus(logits)), agreement), n)
            """;
    private static final String SQUARED_ERROR = """
            def forward(self: __torch__.Operation, y: Tensor, x: Tensor) -> Tensor:
              n = torch.size(y, 0)
              return torch.div(torch.mse_loss(y, x, 2), n)
            """;
    private static final String MEAN_SQUARED_ERROR = """
            def forward(self: __torch__.Operation, y: Tensor, x: Tensor) -> Tensor:
              return torch.mse_loss(y, x, 1)
            """;
    private static final String MEAN_SQUARED_LOG_RATIO = """
            def forward(self: __torch__.Operation, y: Tensor, x: Tensor) -> Tensor:
              return torch.mse_loss(torch.log(torch.add(y, 0.01)), torch.log(torch.add(x, 0.01)), 1)
            """;
    private static final String ROOT_OF_SUM = """
            def forward(self: __torch__.Operation, x: Tensor, count: Tensor) -> Tensor:
              return torch.sqrt(torch.add(torch.div(torch.sum(torch.square(x)), count), 1e-12))
            """;
    private static final String MEAN_ABSOLUTE_ERROR = """
            def forward(self: __torch__.Operation, y: Tensor, x: Tensor) -> Tensor:
              return torch.l1_loss(y, x, 1)
            """;
    private static final String SOFTPLUS = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              return torch.softplus(x)
            """;
    private static final String CROSS_ENTROPY_AS_REAL = """
            def forward(self: __torch__.Operation, logits: Tensor) -> Tensor:
              return torch.mean(torch.softplus(torch.neg(logits)))
            """;
    private static final String CROSS_ENTROPY_AS_FAKE = """
            def forward(self: __torch__.Operation, logits: Tensor) -> Tensor:
              return torch.mean(torch.softplus(logits))
            """;
    private static final String CROSS_ENTROPY = """
            def forward(self: __torch__.Operation, logits: Tensor, labels: Tensor) -> Tensor:
              return torch.cross_entropy_loss(logits, labels, None, 1, -100, 0.)
            """;

    private Losses() {}

    /** −Σ x log σ(l) + (1 − x) log(1 − σ(l)) = Σ softplus(l) − x l of logits l: summed over a sample's values, mean over samples. */
    public static NDArray bernoulliCrossEntropy(NDArray logits, NDArray x) {
        return NativeOperations.of(BERNOULLI).apply(logits, x);
    }

    /** ‖y − x‖²: summed over a sample's values, mean over samples. */
    public static NDArray squaredError(NDArray y, NDArray x) {
        return NativeOperations.of(SQUARED_ERROR).apply(y, x);
    }

    /** (y − x)², mean over all values. */
    public static NDArray meanSquaredError(NDArray y, NDArray x) {
        return NativeOperations.of(MEAN_SQUARED_ERROR).apply(y, x);
    }

    /** log² ((y + 0.01) / (x + 0.01)), mean over all values, which are at least 0. */
    public static NDArray meanSquaredLogRatio(NDArray y, NDArray x) {
        return NativeOperations.of(MEAN_SQUARED_LOG_RATIO).apply(y, x);
    }

    /** √(Σ x² / count). */
    public static NDArray rootOfSum(NDArray x, NDArray count) {
        return NativeOperations.of(ROOT_OF_SUM).apply(x, count);
    }

    /** |y − x|, mean over all values. */
    public static NDArray meanAbsoluteError(NDArray y, NDArray x) {
        return NativeOperations.of(MEAN_ABSOLUTE_ERROR).apply(y, x);
    }

    /** log(1 + eˣ), element by element. */
    public static NDArray softplus(NDArray x) {
        return NativeOperations.of(SOFTPLUS).apply(x);
    }

    /** −E log σ(logits): of samples that should pass for real. */
    public static NDArray crossEntropyAsReal(NDArray logits) {
        return NativeOperations.of(CROSS_ENTROPY_AS_REAL).apply(logits);
    }

    /** −E log(1 − σ(logits)): of samples that should be found out. */
    public static NDArray crossEntropyAsFake(NDArray logits) {
        return NativeOperations.of(CROSS_ENTROPY_AS_FAKE).apply(logits);
    }

    /** −log softmax(logits)[label], mean over samples. {@code logits [n, classes]}, int64 {@code labels [n]}. */
    public static NDArray crossEntropy(NDArray logits, NDArray labels) {
        return NativeOperations.of(CROSS_ENTROPY).apply(logits, labels);
    }
}
