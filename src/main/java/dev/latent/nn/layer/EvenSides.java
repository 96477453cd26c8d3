package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperations;

/** Images for networks that take blocks of 2 × 2 pixels. */
public final class EvenSides {
    private static final String REPLICATED = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              right = torch.remainder(torch.size(x, 3), 2)
              below = torch.remainder(torch.size(x, 2), 2)
              return torch.replication_pad2d(x, [0, right, 0, below])
            """;

    private EvenSides() {}

    /** With the last row, or column, once more where the number of them is odd. */
    public static NDArray of(NDArray images) {
        return isEven(images.getShape())
                ? images
                : NativeOperations.of(REPLICATED).apply(images);
    }

    /** Without what {@link #of} added. @param images the shape that it was given */
    public static NDArray cut(NDArray evenSided, Shape images) {
        return isEven(images) ? evenSided : evenSided.get(":, :, :%d, :%d".formatted(images.get(2), images.get(3)));
    }

    private static boolean isEven(Shape images) {
        return images.get(2) % 2 == 0 && images.get(3) % 2 == 0;
    }
}
