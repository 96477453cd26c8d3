package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Classical filters over each channel of images {@code [n, c, h, w]}; what lies outside repeats the edge. */
public final class ImageFilters {
    private static final String MEDIAN = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              n = torch.size(x, 0)
              c = torch.size(x, 1)
              h = torch.size(x, 2)
              w = torch.size(x, 3)
              padded = torch.replication_pad2d(x, [%1$d, %1$d, %1$d, %1$d])
              windows = torch.im2col(padded, [%2$d, %2$d], [1, 1], [0, 0], [1, 1])
              medians, _0 = torch.median(torch.view(windows, [n, c, torch.mul(%2$d, %2$d), torch.mul(h, w)]), 2)
              return torch.view(medians, [n, c, h, w])
            """;
    private static final String CONVOLUTION = """
            def forward(self: __torch__.Operation, x: Tensor, kernel: Tensor) -> Tensor:
              c = torch.size(x, 1)
              padded = torch.replication_pad2d(x, [%1$d, %1$d, %1$d, %1$d])
              rows = torch.conv2d(padded, torch.repeat(torch.view(kernel, [1, 1, 1, -1]), [c, 1, 1, 1]), None, [1, 1], [0, 0], [1, 1], c)
              return torch.conv2d(rows, torch.repeat(torch.view(kernel, [1, 1, -1, 1]), [c, 1, 1, 1]), None, [1, 1], [0, 0], [1, 1], c)
            """;

    private static final String FILTERS = """
            def forward(self: __torch__.Operation, x: Tensor, filters: Tensor) -> Tensor:
              padded = torch.replication_pad2d(x, [1, 1, 1, 1])
              return torch.conv2d(padded, filters, None, [1, 1], [0, 0], [1, 1], 1)
            """;
    private static final String HALVED = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              return torch.avg_pool2d(x, [2, 2], [2, 2], [0, 0], True)
            """;
    private static final String MEANS = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              return torch.adaptive_avg_pool2d(x, [%1$d, %1$d])
            """;

    private ImageFilters() {}

    /** What filters of 3 × 3 find. @param filters {@code [k, c, 3, 3]} @return {@code [n, k, h, w]} */
    public static NDArray convolved(NDArray x, NDArray filters) {
        return NativeOperations.of(FILTERS).apply(x, filters);
    }

    /** Means of 2 × 2 pixels; of fewer where a side is odd. */
    public static NDArray halved(NDArray x) {
        return NativeOperations.of(HALVED).apply(x);
    }

    /** Means of equal parts. @param parts of each side, few */
    public static NDArray means(NDArray x, int parts) {
        return NativeOperations.of(MEANS.formatted(parts)).apply(x);
    }

    /** The median of each pixel's square window. @param side of the window, odd */
    public static NDArray median(NDArray x, int side) {
        if (side < 1 || side % 2 == 0) {
            throw new IllegalArgumentException("a window's side is odd, not " + side);
        }
        return NativeOperations.of(MEDIAN.formatted(side / 2, side)).apply(NativeOperations.rowMajor(x));
    }

    /** Convolves with a Gaussian, cut off at three standard deviations. @param sigma in pixels */
    public static NDArray gaussianBlur(NDArray x, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        NDArray kernel = x.getManager().create(gaussian(sigma, radius), new Shape(2L * radius + 1));
        return NativeOperations.of(CONVOLUTION.formatted(radius)).apply(x, kernel.div(kernel.sum()));
    }

    private static float[] gaussian(double sigma, int radius) {
        float[] kernel = new float[2 * radius + 1];
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
        }
        return kernel;
    }
}
