package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Split;
import dev.latent.family.Generates;
import dev.latent.measure.ParzenWindow;
import dev.latent.measure.SampleArrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/** The log-likelihood of the test split under a Parzen window of generated samples. */
final class ParzenMeasurement implements Measurement {
    private static final int CHOOSING = 1000;
    private static final int FEWEST = 2;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part validation = subject.part(Split.VALIDATION).atLeast(FEWEST);
        Part test = subject.heldOut().atLeast(FEWEST);
        // σ is chosen on the validation split, which a window's own centres must not be drawn from
        Part training = subject.part(Split.TRAIN).atLeast(FEWEST);
        int n = card.effort().parzenSamples();
        try (NDManager manager = subject.manager().newSubManager()) {
            Data data = new Data(
                    rows(validation, manager, CHOOSING, card), rows(test, manager, subject.mostHeldOut(), card));
            NDArray fakes = SampleArrays.rows(subject.generated(n, card.seed()).x());
            Fit ofFakes = data.fit(fakes);
            NDArray reals = rows(training, manager, n, card);
            Fit ofData = data.fit(reals);
            card.add(Figure.higher("parzenLogLikelihood", ofFakes.mean())
                    .within(ofFakes.error())
                    .measured(
                            size(fakes),
                            card.seed(),
                            "nats; Gaussian window, σ %.3g chosen on %d validation samples, %d test samples"
                                    .formatted(ofFakes.width, size(data.validation), size(data.test)))
                    .beside(ofData.mean(), "a window of " + size(reals) + " samples of the train split"));
        }
    }

    private static NDArray rows(Part part, NDManager manager, int n, CardDraft card) {
        return SampleArrays.rows(part.array(manager, part.some(n, card.seed())));
    }

    private static int size(NDArray rows) {
        return Math.toIntExact(rows.getShape().get(0));
    }

    private record Data(NDArray validation, NDArray test) {
        Fit fit(NDArray samples) {
            ParzenWindow window = new ParzenWindow(samples);
            double width = window.bestWidth(validation, ParzenWindow.WIDTHS);
            return new Fit(width, window.logLikelihoods(test, List.of(width))[0]);
        }
    }

    private record Fit(double width, double[] logs) {
        double mean() {
            return StatUtils.mean(logs);
        }

        double error() {
            return Math.sqrt(StatUtils.variance(logs) / logs.length);
        }
    }
}
