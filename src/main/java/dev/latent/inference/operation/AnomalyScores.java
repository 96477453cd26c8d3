package dev.latent.inference.operation;

import dev.latent.inference.operation.AnomalyQuery.Setting;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How unusual samples are.
 *
 * @param scores one a sample: the higher, the more unusual
 * @param threshold null where it can't be learned, as the version came without one and the dataset that it was trained
 *     on is not here
 * @param anomalous which samples score above the threshold; null without one
 * @param falseAlarms the share of normal samples that do so at most; null where nothing is known of it
 * @param calibration what the threshold was learned on; null without one
 * @param percentiles the part of those rows, in percent, that each sample's score is not below; null without them
 * @param contributions of each row of a table, the columns with the largest shares in its score, the largest first; null
 *     where none were asked for, and for pictures
 */
public record AnomalyScores(
        double[] scores,
        @Nullable Double threshold,
        @Nullable List<Boolean> anomalous,
        @Nullable Double falseAlarms,
        @Nullable Learned calibration,
        @Nullable List<Double> percentiles,
        @Nullable List<List<Contribution>> contributions) {

    /**
     * @param rows which rows
     * @param count how many
     * @param leastFalseAlarms the lowest rate that can be asked for
     */
    record Learned(
            CalibrationRows rows,
            @Nullable Integer count,
            @Nullable Double leastFalseAlarms) {
        public static Learned of(AnomalyThreshold threshold) {
            return new Learned(threshold.rows(), threshold.count(), threshold.leastFalseAlarms());
        }
    }

    /** @param columns how many of each row are told at most */
    public static AnomalyScores of(Anomalies anomalies, Optional<Setting> setting, int columns) {
        double[] scores = anomalies.scores();
        return new AnomalyScores(
                scores,
                setting.map(Setting::threshold).orElse(null),
                setting.map(it -> above(scores, it.threshold())).orElse(null),
                setting.map(Setting::rate).orElse(null),
                anomalies.learned().map(Learned::of).orElse(null),
                percentiles(anomalies),
                contributions(anomalies, columns));
    }

    private static @Nullable List<Double> percentiles(Anomalies anomalies) {
        List<Double> percentiles = new ArrayList<>();
        for (int i = 0; i < anomalies.count(); i++) {
            Double percentile = anomalies.percentile(i);
            if (percentile == null) {
                return null;
            }
            percentiles.add(percentile);
        }
        return percentiles;
    }

    private static @Nullable List<List<Contribution>> contributions(Anomalies anomalies, int columns) {
        return anomalies.columns() == null || columns == 0
                ? null
                : IntStream.range(0, anomalies.count())
                        .mapToObj(i -> anomalies.contributions(i, columns))
                        .toList();
    }

    private static List<Boolean> above(double[] scores, double threshold) {
        return Arrays.stream(scores).mapToObj(score -> score > threshold).toList();
    }
}
