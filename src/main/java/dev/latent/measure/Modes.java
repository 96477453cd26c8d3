package dev.latent.measure;

import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Which of a density's modes samples reach. A mode is a class of the data with its mean and the standard deviation of each
 * column; a sample belongs to the mode that it is nearest to in these deviations, and reaches it within three. Where a
 * column is the same for a whole class its unit is the column's deviation in all data, and 1 where it never varies.
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
        Columns all = new Columns(data.shape().size());
        List<Columns> each = Stream.generate(() -> new Columns(data.shape().size()))
                .limit(classes)
                .toList();
        for (int i = 0; i < data.count(); i++) {
            double[] sample = doubles(data.sample(i));
            all.add(sample);
            each.get(labels[i]).add(sample);
        }
        double[] units = positive(all.deviations(), i -> 1);
        return new Modes(each.stream()
                .map(columns -> new Mode(columns.means(), positive(columns.deviations(), i -> units[i])))
                .toList());
    }

    private static double[] positive(double[] deviations, IntToDoubleFunction otherwise) {
        return IntStream.range(0, deviations.length)
                .mapToDouble(i -> deviations[i] > 0 ? deviations[i] : otherwise.applyAsDouble(i))
                .toArray();
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
            int nearest = nearest(distances);
            if (distances[nearest] <= REACH) {
                counts[nearest]++;
            }
        }
        int reached = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        return new Coverage(
                modes.size(), reached, (double) Arrays.stream(counts).sum() / samples.count(), counts);
    }

    /** Of numbers; a class without data has none, and is the nearest to nothing. */
    private static int nearest(double[] distances) {
        return IntStream.range(0, distances.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> distances[i]))
                .orElseThrow();
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** Column by column: the library's statistics of whole rows lose a small deviation in the sums of squares. */
    private record Columns(List<SummaryStatistics> statistics) {
        Columns(int size) {
            this(Stream.generate(SummaryStatistics::new).limit(size).toList());
        }

        void add(double[] sample) {
            for (int i = 0; i < sample.length; i++) {
                statistics.get(i).addValue(sample[i]);
            }
        }

        double[] means() {
            return statistics.stream().mapToDouble(SummaryStatistics::getMean).toArray();
        }

        double[] deviations() {
            return statistics.stream()
                    .mapToDouble(SummaryStatistics::getStandardDeviation)
                    .toArray();
        }
    }

    private record Mode(double[] mean, double[] deviation) {
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
