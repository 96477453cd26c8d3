package dev.latent.measure;

import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.MultivariateSummaryStatistics;

/**
 * Which of a density's modes samples reach. A mode is a class of the data with its mean and the standard deviation of each
 * column; a sample belongs to the mode that it is nearest to in these deviations, and reaches it within three.
 */
public final class Modes {
    private static final double REACH = 3;

    private final List<Mode> modes;

    private Modes(List<Mode> modes) {
        this.modes = modes;
    }

    /** @param data labelled vectors, several of each class */
    public static Modes of(Samples data, int classes) {
        int[] labels = Objects.requireNonNull(data.labels(), "modes are classes, and these samples have none");
        List<MultivariateSummaryStatistics> statistics = Stream.generate(
                        () -> new MultivariateSummaryStatistics(data.shape().size(), true))
                .limit(classes)
                .toList();
        for (int i = 0; i < data.count(); i++) {
            statistics.get(labels[i]).addValue(doubles(data.sample(i)));
        }
        return new Modes(statistics.stream().map(Mode::of).toList());
    }

    /**
     * @param reached how many modes hold a sample
     * @param withinReach share of the samples that lie within three deviations of their mode
     * @param counts samples within reach by mode
     */
    public record Coverage(int modes, int reached, double withinReach, int[] counts) {}

    public Coverage coverage(Samples samples) {
        int[] counts = new int[modes.size()];
        for (int i = 0; i < samples.count(); i++) {
            double[] sample = doubles(samples.sample(i));
            double[] distances =
                    modes.stream().mapToDouble(mode -> mode.distance(sample)).toArray();
            int nearest = IntStream.range(0, distances.length)
                    .reduce((a, b) -> distances[b] < distances[a] ? b : a)
                    .orElseThrow();
            if (distances[nearest] <= REACH) {
                counts[nearest]++;
            }
        }
        int reached = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        return new Coverage(
                modes.size(), reached, (double) Arrays.stream(counts).sum() / samples.count(), counts);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private record Mode(double[] mean, double[] deviation) {
        static Mode of(MultivariateSummaryStatistics statistics) {
            return new Mode(statistics.getMean(), statistics.getStandardDeviation());
        }

        /** Euclidean, in standard deviations. */
        double distance(double[] sample) {
            double sum = 0;
            for (int i = 0; i < sample.length; i++) {
                double apart = (sample[i] - mean[i]) / deviation[i];
                sum += apart * apart;
            }
            return Math.sqrt(sum);
        }
    }
}
