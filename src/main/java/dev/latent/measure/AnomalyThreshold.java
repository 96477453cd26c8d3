package dev.latent.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * From which score on a sample counts as anomalous, learned from the scores of n normal rows that the model was not
 * trained on. By chance alone one more such row scores above the k-th smallest of them with a probability of at most
 * 1 − k / (n + 1), whatever the model and the data (split conformal prediction; Vovk 2005, Lei 2018). So n rows can tell
 * no rate of false alarms below 1 / (n + 1).
 *
 * @param threshold samples that score above it are anomalous
 * @param falseAlarms the rate of false alarms that it is set to: {@value #USUAL}, or the least that the rows can tell;
 *     null where nothing is known of the rows
 * @param rows which they were
 * @param count how many, or null where that is not known
 * @param scores of all of them, ascending
 * @param within how far from what the model expects of a column nearly all of their values are at most, in standard
 *     deviations, one a column; null where that is not known
 */
@JsonPropertyOrder({"threshold", "falseAlarms", "rows", "count", "scores", "within"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnomalyThreshold(
        double threshold,
        @Nullable Double falseAlarms,
        CalibrationRows rows,
        @Nullable Integer count,
        double @Nullable [] scores,
        double @Nullable [] within) {
    /** The rate of false alarms where nobody asks for another. */
    public static final double USUAL = 0.01;

    /** Scores that are kept, enough for a rate of 0.05%. */
    public static final int MOST_ROWS = 2000;

    private static final double ROUNDING = 1e-9;

    /** @param scores one or more, finite, from 0, in any order */
    public static AnomalyThreshold learn(CalibrationRows rows, double[] scores) {
        double[] sorted = DoubleStream.of(scores).sorted().toArray();
        double rate = Math.max(USUAL, least(sorted.length));
        return new AnomalyThreshold(
                above(sorted, rate).orElseThrow(() -> new IllegalArgumentException("there are no scores")),
                rate,
                rows,
                sorted.length,
                sorted,
                null);
    }

    /** @param within of each column, or null */
    public static AnomalyThreshold learn(CalibrationRows rows, double[] scores, double @Nullable [] within) {
        return learn(rows, scores).with(within);
    }

    AnomalyThreshold with(double @Nullable [] ranges) {
        return new AnomalyThreshold(threshold, falseAlarms, rows, count, scores, ranges);
    }

    /** @param column from 0; null where it is not known */
    public @Nullable Double within(int column) {
        return within == null || column >= within.length ? null : (Double) within[column];
    }

    /** The part of the rows, in percent, whose scores are not above this one; null where nothing is known of them. */
    public @Nullable Double percentile(double score) {
        if (scores == null) {
            return null;
        }
        int at = Arrays.binarySearch(scores, score);
        int notAbove = at < 0 ? -at - 1 : at + 1;
        while (notAbove < scores.length && scores[notAbove] == score) {
            notAbove++;
        }
        return 100.0 * notAbove / scores.length;
    }

    /** One that came without the scores that it was learned from. */
    static AnomalyThreshold ofUnknownRows(double threshold) {
        return new AnomalyThreshold(threshold, null, CalibrationRows.UNKNOWN, null, null, null);
    }

    /** Whether it is known to come from rows that the model was not trained on. */
    public boolean ofUnseenRows() {
        return rows != CalibrationRows.UNKNOWN;
    }

    /** The score that normal rows exceed at most at this rate; empty below {@link #leastFalseAlarms}. */
    public OptionalDouble at(double rate) {
        return scores == null ? OptionalDouble.empty() : above(scores, rate);
    }

    /** The least rate that the rows can tell; null where nothing is known of them. */
    public @Nullable Double leastFalseAlarms() {
        return count == null ? null : (Double) least(count);
    }

    private static double least(int n) {
        return 1 / (n + 1.0);
    }

    /** The k-th smallest with the least k of which 1 − k / (n + 1) is at most the rate. */
    private static OptionalDouble above(double[] sorted, double rate) {
        int n = sorted.length;
        int larger = (int) Math.floor((n + 1) * rate + ROUNDING);
        return larger < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[Math.max(0, n - larger)]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AnomalyThreshold that
                && threshold == that.threshold
                && rows == that.rows
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(within, that.within);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(threshold);
    }
}
