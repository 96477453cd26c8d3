package dev.latent.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Joins labels to what a network sees. */
public final class Conditioning {
    private static final String ONE_HOT = """
            def forward(self: __torch__.Operation, labels: Tensor) -> Tensor:
              return torch.to(torch.one_hot(labels, %d), 6)
            """;

    private Conditioning() {}

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
        NDArray y = oneHot(labels, classes);
        if (x.getShape().dimension() == 4) {
            long n = x.getShape().get(0);
            y = y.reshape(n, classes, 1, 1)
                    .broadcast(n, classes, x.getShape().get(2), x.getShape().get(3));
        }
        NDArray joined = new NDList(x, y).get(0).concat(y, 1);
        joined.attach(x.getManager());
        return joined;
    }
}
