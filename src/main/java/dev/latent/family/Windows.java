package dev.latent.family;

import dev.latent.sample.SampleShape.Image;
import java.util.stream.IntStream;

/**
 * Square windows spread evenly over a picture.
 *
 * @param window the shape of each; an even side, which may be a pixel more than the picture's
 */
record Windows(Image picture, Image window, int[] tops, int[] lefts) {
    private static final int MOST_PER_SIDE = 8;

    static Windows of(Image picture, int wanted) {
        int side = Math.max(2, Math.min(wanted, Math.min(picture.height(), picture.width())) / 2 * 2);
        return new Windows(
                picture,
                new Image(picture.channels(), side, side),
                starts(picture.height(), side),
                starts(picture.width(), side));
    }

    private static int[] starts(int length, int side) {
        int count = Math.max(1, Math.min(MOST_PER_SIDE, length / side));
        int room = Math.max(0, length - side);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? room / 2 : (int) ((long) room * i / (count - 1)))
                .toArray();
    }

    /** The same of a picture that is read window by window, of at least two pixels each way. */
    float[] cut(PictureDenoiser.Reader read) {
        float[] cut = new float[tops.length * lefts.length * window.size()];
        int to = 0;
        for (int top : tops) {
            for (int left : lefts) {
                System.arraycopy(read.window(top, left, window.height(), window.width()), 0, cut, to, window.size());
                to += window.size();
            }
        }
        return cut;
    }

    /** {@code [windows, c, side, side]}; the last row and column of a picture of one pixel are taken twice. */
    float[] cut(float[] values) {
        float[] cut = new float[tops.length * lefts.length * window.size()];
        int to = 0;
        for (int top : tops) {
            for (int left : lefts) {
                for (int i = 0; i < window.size(); i++) {
                    int y = Math.min(picture.height() - 1, top + i / window.width() % window.height());
                    int x = Math.min(picture.width() - 1, left + i % window.width());
                    int channel = i / (window.height() * window.width());
                    cut[to++] = values[(channel * picture.height() + y) * picture.width() + x];
                }
            }
        }
        return cut;
    }
}
