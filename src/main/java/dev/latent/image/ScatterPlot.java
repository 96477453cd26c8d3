package dev.latent.image;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;

/** Draws two-dimensional vectors as points, a colour for each class. Both axes have one scale; y points up. */
public record ScatterPlot(int side) {
    private static final int[] COLOURS = {
        0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf
    };
    private static final float MARGIN = 0.06f;
    private static final float RADIUS = 2.2f;
    private static final float OPACITY = 0.75f;

    /** @throws IllegalArgumentException if the samples aren't vectors of two numbers */
    public Picture draw(Samples samples) {
        if (!(samples.shape() instanceof SampleShape.Vector vector) || vector.length() != 2) {
            throw new IllegalArgumentException("only vectors of two numbers make a scatter plot");
        }
        Canvas canvas = new Canvas(3, side, side);
        canvas.fill((byte) 255);
        Window window = Window.around(samples.values());
        int[] labels = samples.labels();
        for (int i = 0; i < samples.count(); i++) {
            float x = (window.x(samples.values()[2 * i]) * (1 - 2 * MARGIN) + MARGIN) * side;
            float y = (1 - window.y(samples.values()[2 * i + 1]) * (1 - 2 * MARGIN) - MARGIN) * side;
            dot(canvas, x, y, COLOURS[labels == null ? 0 : Math.floorMod(labels[i], COLOURS.length)]);
        }
        return canvas.toPicture();
    }

    private static void dot(Canvas canvas, float x, float y, int colour) {
        for (int row = (int) (y - RADIUS - 1); row <= y + RADIUS + 1; row++) {
            for (int column = (int) (x - RADIUS - 1); column <= x + RADIUS + 1; column++) {
                float distance = (float) Math.hypot(column + 0.5f - x, row + 0.5f - y);
                float cover = Math.max(0, Math.min(1, RADIUS + 0.5f - distance));
                if (cover > 0) {
                    canvas.blend(row, column, colour, cover * OPACITY);
                }
            }
        }
    }

    /** A square of the plane. */
    private record Window(float left, float bottom, float side) {
        static Window around(float[] points) {
            float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
            float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
            for (int i = 0; i < points.length; i++) {
                low[i % 2] = Math.min(low[i % 2], points[i]);
                high[i % 2] = Math.max(high[i % 2], points[i]);
            }
            float side = Math.max(high[0] - low[0], high[1] - low[1]);
            float safe = side > 0 ? side : 1;
            return new Window((low[0] + high[0] - safe) / 2, (low[1] + high[1] - safe) / 2, safe);
        }

        float x(float value) {
            return (value - left) / side;
        }

        float y(float value) {
            return (value - bottom) / side;
        }
    }
}
