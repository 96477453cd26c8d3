package dev.latent.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.Frequency;

/**
 * How samples spread over classes.
 *
 * @param counts samples by class
 */
public record ClassHistogram(int[] counts) {
    public static ClassHistogram of(int[] labels, int classes) {
        Frequency frequency = new Frequency();
        Arrays.stream(labels).forEach(frequency::addValue);
        return new ClassHistogram(IntStream.range(0, classes)
                .map(label -> Math.toIntExact(frequency.getCount(label)))
                .toArray());
    }

    public int total() {
        return Arrays.stream(counts).sum();
    }

    /** How many classes have a sample. */
    public int covered() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** The share of the rarest class. */
    public double least() {
        return Arrays.stream(counts).min().orElseThrow() / (double) total();
    }

    public double share(int label) {
        return counts[label] / (double) total();
    }
}
