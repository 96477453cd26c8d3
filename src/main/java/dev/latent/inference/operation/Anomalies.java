package dev.latent.inference.operation;

import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.Deviations;
import dev.latent.sample.Columns;
import dev.latent.sample.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How unusual samples are, and what makes them so.
 *
 * @param seen values of the samples as the model sees them, one sample after the other
 * @param columns theirs; null for pictures
 */
public record Anomalies(
        double[] scores,
        Deviations deviations,
        float[] seen,
        @Nullable Columns columns,
        Optional<AnomalyThreshold> learned) {
    public int count() {
        return scores.length;
    }

    /** Whether {@link #percentile} tells something. */
    public boolean isRanked() {
        return learned.map(AnomalyThreshold::scores).isPresent();
    }

    /** The part of normal rows, in percent, whose scores are not above a sample's; null where nothing is known of them. */
    public @Nullable Double percentile(int sample) {
        return learned.map(it -> it.percentile(scores[sample])).orElse(null);
    }

    /** The columns with the largest shares in a sample's score, the largest first; none of pictures. */
    public List<Contribution> contributions(int sample, int most) {
        if (columns == null || most == 0) {
            return List.of();
        }
        double[] shares = deviations.shares(sample);
        ToDoubleFunction<Field> share = field ->
                field.places().stream().mapToDouble(place -> shares[place]).sum();
        return Field.of(columns).stream()
                .sorted(Comparator.comparingDouble(share).reversed())
                .limit(most)
                .map(field -> contribution(columns, sample, field, share.applyAsDouble(field)))
                .toList();
    }

    /** How many columns there are to be told at most. */
    public int columnCount() {
        return columns == null ? 0 : Field.of(columns).size();
    }

    private Contribution contribution(Columns of, int sample, Field field, double share) {
        IntToDoubleFunction sent = column -> number(of, column, value(of, sample, column));
        IntToDoubleFunction expected = column -> number(of, column, expected(of, sample, column));
        int place = field.number();
        boolean missing = field.isMissing(sent);
        if (place < 0) {
            return new Contribution(
                    field.name(), share, missing ? null : field.category(sent), field.category(expected), null, null);
        }
        Double within = learned.map(it -> it.within(place)).orElse(null);
        double centre = expected(of, sample, place);
        return new Contribution(
                field.name(),
                share,
                missing ? null : (Object) sent.applyAsDouble(place),
                expected.applyAsDouble(place),
                within == null ? null : (Double) number(of, place, centre - within),
                within == null ? null : (Double) number(of, place, centre + within));
    }

    private float value(Columns of, int sample, int column) {
        return seen[sample * of.size() + column];
    }

    private double expected(Columns of, int sample, int column) {
        return value(of, sample, column) - deviations.of(sample, deviations.views() - 1, column);
    }

    private static double number(Columns columns, int column, double standardized) {
        double number = columns.offset(column) + columns.restore(column, (float) standardized);
        return Double.isFinite(number) ? number : Math.copySign(Double.MAX_VALUE, standardized);
    }
}
