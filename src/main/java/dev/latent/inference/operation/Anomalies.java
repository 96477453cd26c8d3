package dev.latent.inference.operation;

import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.Deviations;
import dev.latent.sample.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> -shares[column]))
                .limit(most)
                .map(column -> contribution(columns, sample, column, shares[column]))
                .toList();
    }

    private Contribution contribution(Columns of, int sample, int column, double share) {
        float value = seen[sample * of.size() + column];
        double expected = value - deviations.of(sample, deviations.views() - 1, column);
        Double within = learned.map(it -> it.within(column)).orElse(null);
        List<String> names = of.names();
        return new Contribution(
                names == null ? "x" + column : names.get(column),
                share,
                number(of, column, value),
                number(of, column, expected),
                within == null ? null : (Double) number(of, column, expected - within),
                within == null ? null : (Double) number(of, column, expected + within));
    }

    private static double number(Columns columns, int column, double standardized) {
        double number = columns.offset(column) + columns.restore(column, (float) standardized);
        return Double.isFinite(number) ? number : Math.copySign(Double.MAX_VALUE, standardized);
    }
}
