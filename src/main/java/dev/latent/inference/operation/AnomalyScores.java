package dev.latent.inference.operation;

import dev.latent.inference.operation.AnomalyQuery.Setting;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
 */
public record AnomalyScores(
        double[] scores,
        @Nullable Double threshold,
        @Nullable List<Boolean> anomalous,
        @Nullable Double falseAlarms,
        @Nullable Learned calibration) {

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

    public static AnomalyScores of(double[] scores, Optional<Setting> setting, Optional<AnomalyThreshold> learned) {
        return new AnomalyScores(
                scores,
                setting.map(Setting::threshold).orElse(null),
                setting.map(it -> above(scores, it.threshold())).orElse(null),
                setting.map(Setting::rate).orElse(null),
                learned.map(Learned::of).orElse(null));
    }

    private static List<Boolean> above(double[] scores, double threshold) {
        return Arrays.stream(scores).mapToObj(score -> score > threshold).toList();
    }
}
