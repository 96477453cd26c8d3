package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.measure.FeatureStatistics;
import dev.latent.measure.Fidelity;
import dev.latent.measure.FrechetDistance;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.labelling.FeatureSpace;
import dev.latent.quality.subject.Subject;
import java.io.IOException;

/** How near the generated samples' distribution is to the data's, beside how near held-out data come. */
public final class DistributionMeasurement implements Measurement {
    private static final int FEWEST = 20;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        Part training = subject.training().atLeast(FEWEST);
        Part test = subject.heldOut().atLeast(FEWEST);
        int[] heldOut = test.some(card.effort().samples(), card.seed());
        int[] real = training.some(heldOut.length, card.seed());
        FeatureSpace space = subject.features();
        Trust.inSamples(heldOut.length, card);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray reals = features(space, training.array(manager, real), manager);
            NDArray tests = features(space, test.array(manager, heldOut), manager);
            NDArray fakes =
                    features(space, subject.generated(real.length, card.seed()).x(), manager);
            compare(reals, tests, fakes, card, space.name());
        }
    }

    private static NDArray features(FeatureSpace space, NDArray x, NDManager manager) {
        NDArray features = space.of(x);
        features.attach(manager);
        return features;
    }

    private static void compare(NDArray real, NDArray test, NDArray fake, CardDraft card, String space)
            throws NotMeasurable {
        int n = Math.toIntExact(real.getShape().get(0));
        FeatureStatistics statistics = FeatureStatistics.of(real);
        double distance = FrechetDistance.between(statistics, FeatureStatistics.of(fake));
        double spread = statistics.covariance().getTrace();
        if (distance >= spread) {
            card.losesTo(
                    "Its samples are farther from the data than one and the same mean sample would be: a Fréchet distance of %.3g against %.3g"
                            .formatted(distance, spread));
        }
        card.add(Figure.lower("frechetDistance", distance)
                .measured(n, card.seed(), "squared Fréchet distance to as many training samples; " + space)
                .beside(FrechetDistance.between(statistics, FeatureStatistics.of(test)), "the test split"));
        Fidelity ofFake = Fidelity.of(real, fake);
        Fidelity ofTest = Fidelity.of(real, test);
        add("precision", ofFake.precision(), ofTest.precision(), n, card, "k = 3 (Kynkäänniemi 2019); " + space);
        add("recall", ofFake.recall(), ofTest.recall(), n, card, "k = 3 (Kynkäänniemi 2019); " + space);
        add("density", ofFake.density(), ofTest.density(), n, card, "k = 5 (Naeem 2020); " + space);
        add("coverage", ofFake.coverage(), ofTest.coverage(), n, card, "k = 5 (Naeem 2020); " + space);
    }

    private static void add(String name, double value, double floor, int n, CardDraft card, String method)
            throws NotMeasurable {
        card.add(Figure.higher(name, value)
                .measured(n, card.seed(), "of as many training samples; " + method)
                .beside(floor, "the test split"));
    }
}
