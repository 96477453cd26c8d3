package dev.latent.sample;

/** Of pictures that are kept whole, each in its own size: between which heights and widths, in pixels, they are. */
public record PictureSizes(int leastHeight, int greatestHeight, int leastWidth, int greatestWidth) {
    private static final int SMALLEST_WINDOW = 64;
    private static final int LARGEST_WINDOW = 256;

    public static PictureSizes of(SampleShape.Image picture) {
        return new PictureSizes(picture.height(), picture.height(), picture.width(), picture.width());
    }

    public PictureSizes with(PictureSizes others) {
        return new PictureSizes(
                Math.min(leastHeight, others.leastHeight),
                Math.max(greatestHeight, others.greatestHeight),
                Math.min(leastWidth, others.leastWidth),
                Math.max(greatestWidth, others.greatestWidth));
    }

    /** Whether all are of one size. */
    public boolean equal() {
        return leastHeight == greatestHeight && leastWidth == greatestWidth;
    }

    /** What is shown of each where all must be of one shape: a window that is in most of them. */
    public SampleShape.Image window(int channels) {
        return new SampleShape.Image(channels, side(leastHeight, greatestHeight), side(leastWidth, greatestWidth));
    }

    private static int side(int least, int greatest) {
        return Math.min(greatest, Math.max(SMALLEST_WINDOW, Math.min(least, LARGEST_WINDOW)));
    }

    /** {@code 200 to 320 pixels high and 300 to 480 wide}. */
    public String inWords() {
        return words(leastHeight, greatestHeight) + " pixels high and " + words(leastWidth, greatestWidth) + " wide";
    }

    private static String words(int least, int greatest) {
        return least == greatest ? String.valueOf(least) : least + " to " + greatest;
    }
}
