package dev.latent.inference.operation;

import dev.latent.measure.AnomalyThreshold;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many of the normal samples may be called anomalous. */
public record AnomalyQuery(
        @Parameter(
                description = "the rate of false alarms, above 0 and below 1, that the threshold is set to; 0.01 by"
                        + " default, or the least that the rows can tell which it was learned on")
        @Nullable
        Double falseAlarms,

        @Parameter(
                description = "how many columns of each row are told as contributions to its score, those with the"
                        + " largest shares first, 0 to 100; 3 by default in JSON, else none")
        @Nullable
        Integer contributions) {
    /** @param rate of false alarms that the threshold is set to; null where nothing is known of it */
    public record Setting(double threshold, @Nullable Double rate) {}

    /** @param told by default */
    public int columns(int told) {
        return contributions == null ? told : contributions;
    }

    /** @throws Problem 400 for what is no rate, or no number of columns */
    public void require() {
        if (contributions != null && !(contributions >= 0 && contributions <= 100)) {
            throw Problem.badParameter("contributions", "contributions must be 0 to 100, not " + contributions);
        }
        if (falseAlarms != null && !(falseAlarms > 0 && falseAlarms < 1)) {
            throw Problem.badParameter("falseAlarms", "falseAlarms must be above 0 and below 1, not " + falseAlarms);
        }
    }

    /**
     * Empty where there is no threshold and no rate was asked for.
     *
     * @throws Problem 400 for a rate that the rows can't tell; 409 for any rate where nothing is known of them
     */
    public Optional<Setting> setting(Optional<AnomalyThreshold> learned, ModelVersion version) {
        if (falseAlarms == null) {
            return learned.map(it -> new Setting(it.threshold(), it.falseAlarms()));
        }
        AnomalyThreshold threshold = learned.filter(AnomalyThreshold::ofUnseenRows)
                .orElseThrow(() -> Problem.conflict(version.title() + " knows no rate of false alarms: it came without"
                        + " scores of rows that it was not trained on, and the data that it was trained on are not"
                        + " here; ask without falseAlarms"));
        double score = threshold.at(falseAlarms).orElseThrow(() -> tooLow(threshold));
        return Optional.of(new Setting(score, falseAlarms));
    }

    private static Problem tooLow(AnomalyThreshold threshold) {
        // Not a constant: OpenAPI's generator looks into the static fields of queries, too.
        MathContext upwards = new MathContext(4, RoundingMode.UP);
        BigDecimal least = new BigDecimal(String.valueOf(threshold.leastFalseAlarms())).round(upwards);
        return Problem.badParameter(
                "falseAlarms",
                "falseAlarms must be at least " + least.toPlainString() + ": the threshold was learned on "
                        + threshold.count() + " rows, and n rows tell no rate below 1 / (n + 1)");
    }
}
