package dev.latent.image;

/**
 * Scales a picture so that it covers a size, and cuts what stands out on both sides alike. Each new pixel is a mean of
 * the old ones around it, weighted by a triangle as wide as the scale asks for, so that fine lines survive. Computed in
 * plain arithmetic: the same on every machine.
 */
public record Resampling(int height, int width) {
    public Resampling {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a size is at least 1×1");
        }
    }

    /** @param plane one channel of {@code fromHeight × fromWidth} values */
    public float[] apply(float[] plane, int fromHeight, int fromWidth) {
        double scale = Math.min((double) fromHeight / height, (double) fromWidth / width);
        Axis rows = new Axis(fromHeight, height, scale);
        Axis columns = new Axis(fromWidth, width, scale);
        float[] narrowed = new float[fromHeight * width];
        for (int y = 0; y < fromHeight; y++) {
            for (int x = 0; x < width; x++) {
                narrowed[y * width + x] = columns.mean(plane, y * fromWidth, 1, x);
            }
        }
        float[] result = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = rows.mean(narrowed, x, width, y);
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
