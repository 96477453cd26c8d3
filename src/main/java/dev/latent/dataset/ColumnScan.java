package dev.latent.dataset;

import dev.latent.sample.ColumnStatistics;
import dev.latent.sample.ValueRange;

/** Mean and variance of each column in one pass (Welford 1962), and the range of all values. */
final class ColumnScan {
    private final double[] mean;
    private final double[] squares;
    private long count;
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;

    private ColumnScan(int columns) {
        mean = new double[columns];
        squares = new double[columns];
    }

    static ColumnScan of(SampleSource source) {
        ColumnScan scan = new ColumnScan(source.shape().size());
        float[] sample = new float[source.shape().size()];
        for (int i = 0; i < source.count(); i++) {
            source.copy(i, sample, 0);
            scan.add(sample);
        }
        return scan;
    }

    private void add(float[] sample) {
        count++;
        for (int i = 0; i < sample.length; i++) {
            double delta = sample[i] - mean[i];
            mean[i] += delta / count;
            squares[i] += delta * (sample[i] - mean[i]);
            min = Math.min(min, sample[i]);
            max = Math.max(max, sample[i]);
        }
    }

    /** The deviation of a constant column is 1, so that standardising it gives zeros. */
    ColumnStatistics statistics() {
        float[] means = new float[mean.length];
        float[] deviations = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            means[i] = (float) mean[i];
            float deviation = (float) Math.sqrt(squares[i] / count);
            deviations[i] = deviation > 0 ? deviation : 1;
        }
        return new ColumnStatistics(means, deviations);
    }

    ValueRange range() {
        return new ValueRange(min, max);
    }
}
