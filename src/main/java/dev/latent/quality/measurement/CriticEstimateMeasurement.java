package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.family.ScoresAsCritic;
import dev.latent.measure.FeatureStatistics;
import dev.latent.measure.FrechetDistance;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Exhibit;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.LossCurves;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.data.Part;
import dev.latent.quality.labelling.FeatureSpace;
import dev.latent.quality.page.CardPage;
import dev.latent.quality.page.Curve;
import dev.latent.quality.subject.LoggedSamples;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * Whether the critic's estimate of the distance between data and samples fell as the samples came nearer to the data, as
 * Arjovsky 2017 shows by eye (figure 3).
 */
public final class CriticEstimateMeasurement implements Measurement {
    private static final int FEWEST = 20;

    /**
     * A moment of the training.
     *
     * @param estimate the mean since the moment before
     */
    private record Moment(long step, double estimate, double distance) {}

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof ScoresAsCritic && subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        LoggedSamples samples = LoggedSamples.of(subject);
        Curve estimates = estimates(subject.folder().resolve("losses.csv"));
        List<Moment> moments = moments(samples, estimates, subject, card);
        double[] estimate = column(moments, Moment::estimate);
        double[] distance = column(moments, Moment::distance);
        card.add(Figure.higher("criticEstimateCorrelation", new SpearmansCorrelation().correlation(estimate, distance))
                .measured(
                        moments.size(),
                        card.seed(),
                        "Spearman's rank correlation of the critic's estimate and the Fréchet distance of served samples"
                                + " to the test split, at moments of the training"));
        card.add(table(moments, samples.n(), card.seed(), subject.features().name()));
        card.show(exhibit(estimate, distance));
    }

    private static Curve estimates(Path losses) throws NotMeasurable {
        try {
            return LossCurves.read(losses).stream()
                    .filter(curve -> curve.name().equals(ScoresAsCritic.ESTIMATE))
                    .findFirst()
                    .orElseThrow(() -> new NotMeasurable("its losses tell no " + ScoresAsCritic.ESTIMATE));
        } catch (IOException e) {
            throw new NotMeasurable("its losses can't be read: " + e.getMessage());
        }
    }

    private static List<Moment> moments(LoggedSamples samples, Curve estimates, Subject subject, CardDraft card)
            throws NotMeasurable, IOException {
        Part test = subject.heldOut().atLeast(FEWEST);
        FeatureSpace space = subject.features();
        List<Moment> moments = new ArrayList<>();
        try (NDManager manager = subject.manager().newSubManager()) {
            int[] heldOut = test.some(card.effort().samples(), card.seed());
            FeatureStatistics real = statistics(space, test.array(manager, heldOut));
            long before = 0;
            for (long step : samples.byStep().keySet()) {
                try (NDManager reading = manager.newSubManager()) {
                    double distance = FrechetDistance.between(real, statistics(space, samples.of(step, reading)));
                    moments.add(new Moment(step, mean(estimates, before, step), distance));
                }
                before = step;
            }
        }
        return moments;
    }

    private static FeatureStatistics statistics(FeatureSpace space, NDArray x) {
        return FeatureStatistics.of(space.of(x));
    }

    private static double mean(Curve curve, long after, long until) throws NotMeasurable {
        double[] steps = curve.x();
        return IntStream.range(0, steps.length)
                .filter(i -> steps[i] > after && steps[i] <= until)
                .mapToDouble(i -> curve.y()[i])
                .average()
                .orElseThrow(
                        () -> new NotMeasurable("its losses tell nothing of the steps from " + after + " to " + until));
    }

    private static double[] column(List<Moment> moments, ToDoubleFunction<Moment> value) {
        return moments.stream().mapToDouble(value).toArray();
    }

    private static Table table(List<Moment> moments, int n, long seed, String space) {
        return new Table(
                "critic's estimate over the training",
                n,
                seed,
                "estimate: mean since the row before; distance: squared Fréchet distance to the test split; " + space,
                List.of("step", "estimate", "distance"),
                moments.stream()
                        .map(moment -> List.<Object>of(moment.step, moment.estimate, moment.distance))
                        .toList());
    }

    /** A diagonal, where the correlation is 1. */
    private static Exhibit exhibit(double[] estimate, double[] distance) {
        double[] ofEstimate = new NaturalRanking().rank(estimate);
        double[] ofDistance = new NaturalRanking().rank(distance);
        int[] order = IntStream.range(0, distance.length)
                .boxed()
                .sorted((a, b) -> Double.compare(ofDistance[a], ofDistance[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        Curve curve = new Curve("critic's estimate", sorted(ofDistance, order), sorted(ofEstimate, order));
        return new Exhibit(
                "moments of the training: the estimate's rank by the distance's rank", CardPage.curves(List.of(curve)));
    }

    private static double[] sorted(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
