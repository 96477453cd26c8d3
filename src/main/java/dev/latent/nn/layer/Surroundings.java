package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;

/** What is around pixels. */
public final class Surroundings {
    private static final String MEAN = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              padded = torch.replication_pad2d(x, [1, 1, 1, 1])
              sums = torch.mul(torch.avg_pool2d(padded, [3, 3], [1, 1], [0, 0], False, True), 9.)
              return torch.div(torch.sub(sums, x), 8.)
            """;

    private Surroundings() {}

    /** The mean of each pixel's eight neighbours; an edge has itself for a neighbour. {@code [n, c, h, w]} */
    public static NDArray mean(NDArray x) {
        return NativeOperations.of(MEAN).apply(x);
    }

    /** Images in which some pixels are the mean of their neighbours. @param hidden of the images' shape, ones there and zeros elsewhere */
    public static NDArray inPlaceOf(NDArray hidden, NDArray x) {
        return x.add(mean(x).sub(x).mul(hidden));
    }
}
