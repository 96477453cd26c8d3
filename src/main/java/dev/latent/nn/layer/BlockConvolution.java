package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Strided convolutions from and to one channel, as convolutions of stride 1 over blocks of stride × stride pixels: the
 * engine's own are made for many channels.
 */
final class BlockConvolution {
    private BlockConvolution() {}

    /** Whether blocks fill the kernel. */
    static boolean fits(Kernel kernel) {
        return kernel.stride() > 1 && kernel.side() % kernel.stride() == 0;
    }

    /**
     * From one channel; the pixels of a block become channels. The engine's gradient with respect to one channel takes three
     * times as long.
     *
     * @return an expression with places for input, weight and bias
     */
    static String ofBlocks(Kernel kernel) {
        int padding = kernel.padding();
        String padded = "torch.constant_pad_nd(%%1$s, [%1$d, %2$s, %1$d, %3$s], 0.)"
                .formatted(padding, paddingAfter(kernel, 3), paddingAfter(kernel, 2));
        return "torch.conv2d(%s, %s, %%3$s, [1, 1], [0, 0], [1, 1], 1)"
                .formatted(blocks(padded, kernel.stride()), blocks("%2$s", kernel.stride()));
    }

    /** The padding, without what the last kernel does not reach. */
    private static String paddingAfter(Kernel kernel, int dimension) {
        return "torch.sub(%1$d, torch.remainder(torch.add(torch.size(%%1$s, %2$d), %3$d), %4$d))"
                .formatted(kernel.padding(), dimension, 2 * kernel.padding() - kernel.side(), kernel.stride());
    }

    /** {@code [n, 1, h, w]} → {@code [n, side², h/side, w/side]}, in the channels-last layout. */
    private static String blocks(String image, int side) {
        return "torch.permute(torch.flatten(torch.permute(" + inBlocks(image, side)
                + ", [0, 1, 3, 2, 4]), 3, 4), [0, 3, 1, 2])";
    }

    /** {@code [n, 1, h, w]} → {@code [n, h/side, side, w/side, side]}. */
    private static String inBlocks(String image, int side) {
        return "torch.unflatten(torch.unflatten(torch.squeeze(%1$s, 1), 1, [-1, %2$d]), 3, [-1, %2$d])"
                .formatted(image, side);
    }

    /**
     * To one channel; a block's pixels are the channels that come out. The engine's transposed convolution takes twice as
     * long. Always in float32: it sums few numbers.
     */
    static Layer toBlocks(Weights weights, String name, Kernel kernel, Activation activation) {
        NDArray weight = weights.parameters().get(name + ".weight");
        NDArray bias = weights.parameters().get(name + ".bias");
        int stride = kernel.stride();
        int perSide = kernel.side() / stride;
        String method = """
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                  kernels = torch.flip(torch.flatten(torch.permute(%1$s, [2, 4, 0, 1, 3]), 0, 1), [2, 3])
                  biases = torch.expand(b, [%2$d])
                  blocks = torch.conv2d(torch.to(x, 6), kernels, biases, [1, 1], [%3$d, %3$d], [1, 1], 1)
                  image = torch.constant_pad_nd(torch.pixel_shuffle(blocks, %4$d), [%5$d, %6$d, %5$d, %7$d], 0.)
                  return %8$s
                """.formatted(
                        inBlocks("w", stride),
                        stride * stride,
                        perSide - 1,
                        stride,
                        -kernel.padding(),
                        kernel.extraWidth() - kernel.padding(),
                        kernel.extraHeight() - kernel.padding(),
                        activation.over("image"));
        LayerDescription described = new LayerDescription.Convolution(
                kernel, true, new LayerDescription.Weight(weight, null), new LayerDescription.Weight(bias, null));
        return NativeLayer.of(weights, List.of(weight, bias), method, method, described.then(activation));
    }
}
