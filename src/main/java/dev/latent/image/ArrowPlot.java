package dev.latent.image;

/** Draws two-dimensional vectors as arrows from their points. Both axes have one scale; y points up. */
public record ArrowPlot(int side) {
    private static final int SHAFT = 0x1f77b4;
    private static final int TIP = 0xd62728;
    private static final float MARGIN = 0.05f;
    private static final float TIP_RADIUS = 1.8f;

    /**
     * @param points {@code x, y} of each arrow's start
     * @param vectors {@code dx, dy} of each arrow, in the same units
     */
    public Picture draw(double[] points, double[] vectors) {
        Canvas canvas = new Canvas(3, side, side);
        canvas.fill((byte) 255);
        Frame frame = Frame.around(points, side);
        for (int i = 0; i < points.length; i += 2) {
            float x = frame.x(points[i]);
            float y = frame.y(points[i + 1]);
            arrow(canvas, x, y, frame.x(points[i] + vectors[i]), frame.y(points[i + 1] + vectors[i + 1]));
        }
        return canvas.toPicture();
    }

    private static void arrow(Canvas canvas, float fromX, float fromY, float toX, float toY) {
        int steps = (int) Math.min(4096, Math.ceil(Math.hypot(toX - fromX, toY - fromY)) + 1);
        for (int i = 0; i <= steps; i++) {
            float t = (float) i / steps;
            dot(canvas, fromX + t * (toX - fromX), fromY + t * (toY - fromY), 0.5f, SHAFT);
        }
        dot(canvas, toX, toY, TIP_RADIUS, TIP);
    }

    private static void dot(Canvas canvas, float x, float y, float radius, int colour) {
        for (int row = (int) (y - radius - 1); row <= y + radius + 1; row++) {
            for (int column = (int) (x - radius - 1); column <= x + radius + 1; column++) {
                float distance = (float) Math.hypot(column + 0.5f - x, row + 0.5f - y);
                float cover = Math.max(0, Math.min(1, radius + 0.5f - distance));
                if (cover > 0) {
                    canvas.blend(row, column, colour, cover);
                }
            }
        }
    }

    /** From the points' plane to pixels. */
    private record Frame(double left, double top, double scale, double margin) {
        static Frame around(double[] points, int side) {
            double[] low = {points[0], points[1]};
            double[] high = {points[0], points[1]};
            for (int i = 0; i < points.length; i++) {
                low[i % 2] = Math.min(low[i % 2], points[i]);
                high[i % 2] = Math.max(high[i % 2], points[i]);
            }
            double extent = Math.max(high[0] - low[0], high[1] - low[1]);
            double safe = extent > 0 ? extent : 1;
            return new Frame(
                    (low[0] + high[0] - safe) / 2,
                    (low[1] + high[1] + safe) / 2,
                    side * (1 - 2 * MARGIN) / safe,
                    side * MARGIN);
        }

        float x(double value) {
            return (float) (margin + (value - left) * scale);
        }

        float y(double value) {
            return (float) (margin + (top - value) * scale);
        }
    }
}
