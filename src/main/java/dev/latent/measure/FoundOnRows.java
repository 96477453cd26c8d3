package dev.latent.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model finds of rows that it was not trained on.
 *
 * @param scores one a row
 * @param misses how far each value is from what is expected of it, one row after the other; none for pictures
 */
public record FoundOnRows(double[] scores, float[] misses) {
    private static final double NORMAL = 0.99;

    /** @param ofColumns whether the values are those of columns */
    public static FoundOnRows of(Deviations deviations, boolean ofColumns) {
        return new FoundOnRows(deviations.scores(), ofColumns ? deviations.last() : new float[0]);
    }

    /** One after the other. */
    public static FoundOnRows join(List<FoundOnRows> parts) {
        double[] scores = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.scores))
                .toArray();
        float[] misses =
                new float[parts.stream().mapToInt(part -> part.misses.length).sum()];
        int end = 0;
        for (FoundOnRows part : parts) {
            System.arraycopy(part.misses, 0, misses, end, part.misses.length);
            end += part.misses.length;
        }
        return new FoundOnRows(scores, misses);
    }

    /** How far from what is expected {@value #NORMAL} of each column's values are at most; null where there are none. */
    public double @Nullable [] within() {
        if (scores.length == 0 || misses.length == 0) {
            return null;
        }
        double[] within = new double[misses.length / scores.length];
        float[] one = new float[scores.length];
        for (int column = 0; column < within.length; column++) {
            for (int row = 0; row < one.length; row++) {
                one[row] = Math.abs(misses[row * within.length + column]);
            }
            Arrays.sort(one);
            within[column] = one[Math.min(one.length - 1, (int) (NORMAL * one.length))];
        }
        return within;
    }
}
