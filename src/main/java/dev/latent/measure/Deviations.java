package dev.latent.measure;

/**
 * How far the values of samples are from what a model makes of them, in one or more views: pixels in [0,1] or standardized
 * columns.
 *
 * @param values {@code count × views × size}, one sample after the other
 * @param size values of one sample
 */
public record Deviations(float[] values, int views, int size) {
    private static final int FIRST = 3;

    public Deviations {
        if (values.length % (views * size) != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not make whole samples of " + views + " × " + size);
        }
    }

    public int count() {
        return values.length / (views * size);
    }

    public float of(int sample, int view, int value) {
        return values[(sample * views + view) * size + value];
    }

    /** Those of the last view, one sample after the other. */
    public float[] last() {
        float[] last = new float[count() * size];
        for (int i = 0; i < count(); i++) {
            System.arraycopy(values, ((i + 1) * views - 1) * size, last, i * size, size);
        }
        return last;
    }

    /** How unusual each sample is: the geometric mean over the views of the mean squared deviation of its values. */
    public double[] scores() {
        double[] scores = new double[count()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(i);
        }
        return scores;
    }

    /**
     * Which part each of a sample's values has in how far off it is: as it is seen in the first views, as a value that does
     * not fit draws others along where there is much noise; 0 for all where nothing is off.
     */
    public double[] shares(int sample) {
        int seen = Math.min(views, FIRST);
        double[] shares = new double[size];
        for (int view = 0; view < seen; view++) {
            double all = meanSquare(sample, view) * size * seen;
            for (int i = 0; i < size && all > 0; i++) {
                shares[i] += Math.pow(of(sample, view, i), 2) / all;
            }
        }
        return shares;
    }

    private double score(int sample) {
        if (views == 1) {
            return meanSquare(sample, 0);
        }
        double logarithms = 0;
        for (int view = 0; view < views; view++) {
            logarithms += Math.log(meanSquare(sample, view));
        }
        return Math.exp(logarithms / views);
    }

    private double meanSquare(int sample, int view) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double deviation = of(sample, view, i);
            sum += deviation * deviation;
        }
        return sum / size;
    }
}
