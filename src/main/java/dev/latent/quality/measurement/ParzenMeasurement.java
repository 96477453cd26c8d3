package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Split;
import dev.latent.family.Generates;
import dev.latent.measure.ParzenWindow;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/** The log-likelihood of the test split under a Parzen window of generated samples. */
public final class ParzenMeasurement implements Measurement {
    private static final int CHOOSING = 1000;
    private static final int FEWEST = 2;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part training = subject.part(Split.TRAIN).atLeast(FEWEST);
        int n = card.effort().parzenSamples();
        try (NDManager manager = subject.manager().newSubManager()) {
            Data data = data(subject, manager, card);
            NDArray fakes = SampleArrays.rows(subject.generated(n, card.seed()).x());
            Fit ofFakes = data.fit(fakes);
            NDArray reals = rows(training, manager, training.some(n, card.seed()));
            Fit ofData = data.fit(reals);
            card.add(Figure.higher("parzenLogLikelihood", ofFakes.mean())
                    .within(ofFakes.error())
                    .measured(
                            size(fakes),
                            card.seed(),
                            "nats; Gaussian window, σ %.3g chosen on %d %s, %d test samples"
                                    .formatted(ofFakes.width, size(data.choosing), data.chosen, size(data.test)))
                    .beside(ofData.mean(), "a window of " + size(reals) + " samples of the train split"));
        }
    }

    /** σ is chosen on samples that were not trained on: on the validation split, or on a part of what is measured on. */
    private static Data data(Subject subject, NDManager manager, CardDraft card) throws NotMeasurable {
        Part test = subject.heldOut().atLeast(FEWEST);
        if (subject.choosesOnValidation()) {
            Part validation = subject.part(Split.VALIDATION).atLeast(FEWEST);
            return new Data(
                    rows(validation, manager, validation.some(CHOOSING, card.seed())),
                    "validation samples",
                    rows(test, manager, test.some(subject.mostHeldOut(), card.seed())));
        }
        int[] mixed = test.mixed(card.seed());
        int choosing = Math.min(CHOOSING, mixed.length / 2);
        int measured = Math.min(subject.mostHeldOut(), mixed.length - choosing);
        return new Data(
                rows(test, manager, Arrays.copyOf(mixed, choosing)),
                "others",
                rows(test, manager, Arrays.copyOfRange(mixed, choosing, choosing + measured)));
    }

    private static NDArray rows(Part part, NDManager manager, int[] some) {
        return SampleArrays.rows(part.array(manager, some));
    }

    private static int size(NDArray rows) {
        return Math.toIntExact(rows.getShape().get(0));
    }

    /** @param chosen what σ is chosen on, in words */
    private record Data(NDArray choosing, String chosen, NDArray test) {
        Fit fit(NDArray samples) {
            ParzenWindow window = new ParzenWindow(samples);
            double width = window.bestWidth(choosing, ParzenWindow.WIDTHS);
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
