package dev.latent.image;

import java.util.Arrays;

/**
 * Gives a picture another size. Each new pixel is a mean of the old ones around it, weighted by a triangle as wide as
 * the scale asks for, so that fine lines survive. Computed in plain arithmetic: the same on every machine.
 */
public record Resampling(int height, int width, Fit fit) {
    public Resampling {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a size is at least 1×1");
        }
    }

    /** One that covers the size and cuts what stands out. */
    public Resampling(int height, int width) {
        this(height, width, Fit.COVER);
    }

    /** Whether a part of a picture of this size is cut off: at least a pixel's breadth of the result. */
    boolean cuts(int fromHeight, int fromWidth) {
        double scale = Math.min((double) fromHeight / height, (double) fromWidth / width);
        return fit == Fit.COVER && (fromHeight >= (height + 1) * scale || fromWidth >= (width + 1) * scale);
    }

    /** Whether a picture of this size leaves a part of the result empty: at least a pixel's breadth. */
    boolean pads(int fromHeight, int fromWidth) {
        double scale = Math.max((double) fromHeight / height, (double) fromWidth / width);
        return fit == Fit.CONTAIN && (Math.round(fromHeight / scale) < height || Math.round(fromWidth / scale) < width);
    }

    /**
     * @param plane one channel of {@code fromHeight × fromWidth} values
     * @param around the value of what the picture doesn't fill
     */
    public float[] apply(float[] plane, int fromHeight, int fromWidth, float around) {
        double down = (double) fromHeight / height;
        double across = (double) fromWidth / width;
        return switch (fit) {
            case COVER -> {
                double scale = Math.min(down, across);
                yield resampled(plane, new Axis(fromHeight, height, scale), new Axis(fromWidth, width, scale));
            }
            case STRETCH -> resampled(plane, new Axis(fromHeight, height, down), new Axis(fromWidth, width, across));
            case CONTAIN -> contained(plane, fromHeight, fromWidth, around);
        };
    }

    private float[] contained(float[] plane, int fromHeight, int fromWidth, float around) {
        double scale = Math.max((double) fromHeight / height, (double) fromWidth / width);
        int innerHeight = (int) Math.max(1, Math.min(height, Math.round(fromHeight / scale)));
        int innerWidth = (int) Math.max(1, Math.min(width, Math.round(fromWidth / scale)));
        float[] inner = new Resampling(innerHeight, innerWidth, Fit.STRETCH).apply(plane, fromHeight, fromWidth, 0);
        float[] result = new float[height * width];
        Arrays.fill(result, around);
        int top = (height - innerHeight) / 2;
        int left = (width - innerWidth) / 2;
        for (int y = 0; y < innerHeight; y++) {
            System.arraycopy(inner, y * innerWidth, result, (top + y) * width + left, innerWidth);
        }
        return result;
    }

    private static float[] resampled(float[] plane, Axis rows, Axis columns) {
        float[] narrowed = new float[rows.from * columns.to];
        for (int y = 0; y < rows.from; y++) {
            for (int x = 0; x < columns.to; x++) {
                narrowed[y * columns.to + x] = columns.mean(plane, y * columns.from, 1, x);
            }
        }
        float[] result = new float[rows.to * columns.to];
        for (int y = 0; y < rows.to; y++) {
            for (int x = 0; x < columns.to; x++) {
                result[y * columns.to + x] = rows.mean(narrowed, x, columns.to, y);
            }
        }
        return result;
    }

    /** One direction. @param scale old pixels a new one */
    private record Axis(int from, int to, double scale) {
        float mean(float[] values, int offset, int stride, int index) {
            double centre = from / 2.0 + (index + 0.5 - to / 2.0) * scale;
            double reach = Math.max(1, scale);
            int first = (int) Math.max(0, Math.ceil(centre - reach - 0.5));
            int last = (int) Math.min(from - 1, Math.floor(centre + reach - 0.5));
            double sum = 0;
            double weights = 0;
            for (int i = first; i <= last; i++) {
                double weight = 1 - Math.abs(i + 0.5 - centre) / reach;
                sum += weight * values[offset + i * stride];
                weights += weight;
            }
            return (float) (sum / weights);
        }
    }
}
