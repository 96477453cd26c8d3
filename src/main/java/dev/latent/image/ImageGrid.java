package dev.latent.image;

import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;

/**
 * Lays image samples out as one picture, row by row. Without a gap and at scale 1 the picture can be cut up again.
 *
 * @param columns how many samples stand beside each other
 * @param gap pixels between samples
 * @param scale how many pixels wide and high a pixel of a sample becomes
 */
public record ImageGrid(int columns, int gap, int scale) {
    private static final byte GAP_GREY = (byte) 96;

    public ImageGrid {
        if (columns < 1 || gap < 0 || scale < 1) {
            throw new IllegalArgumentException("a grid has at least one column, no negative gap and a scale from 1");
        }
    }

    /** About as wide as it is high. */
    public static ImageGrid square(int count) {
        return ofColumns(Math.max(1, (int) Math.ceil(Math.sqrt(count))));
    }

    public static ImageGrid ofColumns(int columns) {
        return new ImageGrid(columns, 0, 1);
    }

    public ImageGrid withGap(int pixels) {
        return new ImageGrid(columns, pixels, scale);
    }

    public ImageGrid withScale(int factor) {
        return new ImageGrid(columns, gap, factor);
    }

    /** Of 8 bits. @throws IllegalArgumentException if the samples are no images of 1 or 3 channels */
    public Picture draw(Samples samples) {
        return draw(samples, PixelLevels.EIGHT_BITS);
    }

    /** @param levels what 0 and 1 become */
    public Picture draw(Samples samples, PixelLevels levels) {
        if (!(samples.shape() instanceof SampleShape.Image shape)) {
            throw new IllegalArgumentException("only images make a grid");
        }
        Canvas canvas = canvas(shape, samples.count(), levels);
        for (int i = 0; i < samples.count(); i++) {
            int top = i / columns * (shape.height() * scale + gap);
            int left = i % columns * (shape.width() * scale + gap);
            paste(canvas, shape, samples.values(), i * shape.size(), top, left);
        }
        return canvas.toPicture();
    }

    private Canvas canvas(SampleShape.Image shape, int count, PixelLevels levels) {
        int across = Math.min(columns, Math.max(1, count));
        int down = Math.max(1, (count + columns - 1) / columns);
        Canvas canvas = new Canvas(
                shape.channels(),
                down * shape.height() * scale + (down - 1) * gap,
                across * shape.width() * scale + (across - 1) * gap,
                levels);
        if (gap > 0) {
            canvas.fill(GAP_GREY);
        }
        return canvas;
    }

    private void paste(Canvas canvas, SampleShape.Image shape, float[] values, int offset, int top, int left) {
        int from = offset;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++, from += shape.width()) {
                for (int repeated = 0; repeated < scale; repeated++) {
                    canvas.setRow(top + y * scale + repeated, left, channel, values, from, shape.width(), scale);
                }
            }
        }
    }
}
