package dev.latent.nn.layer;

/**
 * How a convolution sees an image: channels in and out, and the square kernel's side, stride and padding with zeros.
 *
 * @param extraHeight for a transposed one: 0, or 1 where the height wanted is one more; {@code extraWidth} likewise
 * @param biased whether each channel has a bias; one that is normalized next needs none
 * @param layout of the images in the network
 */
public record Kernel(
        long in,
        long out,
        int side,
        int stride,
        int padding,
        int extraHeight,
        int extraWidth,
        boolean biased,
        Layout layout) {

    /** In which order the engine keeps images, and the weights that see them. */
    public enum Layout {
        /** Quickest for convolutions, batch normalization and what goes element by element. */
        CHANNELS_LAST,
        /** Quickest where each channel of an image is normalized by itself. */
        CHANNELS_FIRST
    }

    private Kernel(long in, long out, int side, int stride, int padding) {
        this(in, out, side, stride, padding, 0, 0, true, Layout.CHANNELS_LAST);
    }

    /** 4×4: halves or, transposed, doubles the sides. */
    public static Kernel halving(long in, long out) {
        return new Kernel(in, out, 4, 2, 1);
    }

    /** Keeps the sides. @param side odd */
    public static Kernel keeping(int side, long in, long out) {
        return new Kernel(in, out, side, 1, side / 2);
    }

    /** Any. */
    public static Kernel of(int side, int stride, int padding, long in, long out) {
        return new Kernel(in, out, side, stride, padding);
    }

    public Kernel withExtra(int height, int width) {
        return new Kernel(in, out, side, stride, padding, height, width, biased, layout);
    }

    public Kernel unbiased() {
        return new Kernel(in, out, side, stride, padding, extraHeight, extraWidth, false, layout);
    }

    public Kernel channelsFirst() {
        return new Kernel(in, out, side, stride, padding, extraHeight, extraWidth, biased, Layout.CHANNELS_FIRST);
    }
}
