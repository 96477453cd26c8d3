package dev.latent.bench;

import java.util.Arrays;
import java.util.Collection;

/** A measured value: the median of some measurements, and the quartiles about it. */
public record Spread(double median, double low, double high) {
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
    }

    public static Spread of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The value below which a share of the values lies, between neighbours in proportion. */
    static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return Figures.of(median) + " (" + Figures.of(low) + "–" + Figures.of(high) + ")";
    }
}
