package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.NativeOperations;

/** Joins labels to what a network sees. */
public final class Conditioning {
    private static final String ONE_HOT = """
            def forward(self: __torch__.Operation, labels: Tensor) -> Tensor:
              return torch.to(torch.one_hot(labels, %d), 6)
            """;
    /** The second argument is labels, or shares of the classes. */
    private static final String JOINED_VALUES = """
            def forward(self: __torch__.Operation, x: Tensor, labels: Tensor) -> Tensor:
              return torch.cat([x, %2$s], 1)
            """;

    private static final String JOINED_PLANES = """
            def forward(self: __torch__.Operation, x: Tensor, labels: Tensor) -> Tensor:
              y = torch.reshape(%2$s, [-1, %1$d, 1, 1])
              planes = torch.expand(y, [-1, -1, torch.size(x, 2), torch.size(x, 3)])
              return torch.contiguous(torch.cat([x, planes], 1), memory_format=2)
            """;

    private static final String JOINED_PLANE = """
            def forward(self: __torch__.Operation, x: Tensor, values: Tensor) -> Tensor:
              plane = torch.reshape(values, [-1, 1, 1, 1])
              return torch.cat([x, torch.expand(plane, [-1, -1, torch.size(x, 2), torch.size(x, 3)])], 1)
            """;

    private static final String JOINED_NOISE = """
            def forward(self: __torch__.Operation, x: Tensor, hidden: Tensor, level: Tensor) -> Tensor:
              told = torch.to(torch.gt(level, 0), 6)
              log = torch.mul(torch.log(torch.clamp(level, 1.0e-6)), told)
              return torch.cat([torch.mul(x, torch.rsub(hidden, 1)), hidden, told, log], 1)
            """;

    private Conditioning() {}

    /**
     * {@code [n, d]} → {@code [n, 2d + 2]}: the values but those that are hidden, which these are, whether the noise's level
     * is told, and its logarithm.
     *
     * @param hidden 1 for values that are not to be seen, else 0, {@code [n, d]}
     * @param level {@code [n, 1]}; 0 where it is not told
     */
    public static NDArray joinNoise(NDArray x, NDArray hidden, NDArray level) {
        return NativeOperations.of(JOINED_NOISE).apply(x, hidden, level);
    }

    /** {@code [n, c, h, w]} and a value for each image → {@code [n, c + 1, h, w]}, the value being a plane. */
    public static NDArray joinPlane(NDArray x, NDArray values) {
        return NativeOperations.of(JOINED_PLANE).apply(x, values);
    }

    /**
     * int64 {@code [n]} → {@code [n, classes]} of zeros and a one. Shares of the classes, float32
     * {@code [n, classes]}, are taken as they are: so one can walk from class to class.
     */
    public static NDArray oneHot(NDArray labels, int classes) {
        if (labels.getDataType().isFloating()) {
            return labels;
        }
        return NativeOperations.of(ONE_HOT.formatted(classes)).apply(labels);
    }

    /** {@code [n, d]} → {@code [n, d + classes]}; {@code [n, c, h, w]} → {@code [n, c + classes, h, w]}, each class a plane. */
    public static NDArray join(NDArray x, NDArray labels, int classes) {
        String text = x.getShape().dimension() == 4 ? JOINED_PLANES : JOINED_VALUES;
        String y = labels.getDataType().isFloating()
                ? "labels"
                : "torch.to(torch.one_hot(labels, %d), 6)".formatted(classes);
        return NativeOperations.of(text.formatted(classes, y)).apply(x, labels);
    }
}
