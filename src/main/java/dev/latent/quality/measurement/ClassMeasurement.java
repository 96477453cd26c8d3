package dev.latent.quality.measurement;

import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.measure.ClassHistogram;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.data.Part;
import dev.latent.quality.labelling.Labeller;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How generated samples spread over the classes that the dataset's classifier sees in them. */
public final class ClassMeasurement implements Measurement {
    private static final int LISTED_CLASSES = 100;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates && subject.labelled();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        Part test = subject.heldOut().atLeast(1);
        Labeller labeller = subject.labeller();
        Trust.in(labeller, card);
        int[] found = labeller.classify(
                subject.generated(card.effort().samples(), card.seed()).x());
        ClassHistogram histogram = ClassHistogram.of(found, subject.classes());
        ClassHistogram data = ofData(subject, test, labeller, card);
        String method = "classes that the classifier sees";
        card.add(Figure.higher("classesCovered", histogram.covered())
                .measured(found.length, card.seed(), method + ", of " + subject.classes())
                .beside(data.covered(), "as many test samples"));
        card.add(Figure.higher("leastClassShare", histogram.least())
                .measured(found.length, card.seed(), method)
                .beside(data.least(), "as many test samples"));
        if (subject.classes() <= LISTED_CLASSES) {
            card.add(table(subject, histogram, data, card, method));
        }
    }

    private static ClassHistogram ofData(Subject subject, Part test, Labeller labeller, CardDraft card) {
        try (NDManager manager = subject.manager().newSubManager()) {
            int[] some = test.some(card.effort().samples(), card.seed());
            return ClassHistogram.of(labeller.classify(test.array(manager, some)), subject.classes());
        }
    }

    private static Table table(
            Subject subject, ClassHistogram histogram, ClassHistogram data, CardDraft card, String method) {
        List<String> names =
                java.util.Objects.requireNonNull(subject.description().classes());
        List<List<Object>> rows = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            rows.add(List.of(names.get(label), histogram.share(label), data.share(label)));
        }
        return new Table(
                "classHistogram", histogram.total(), card.seed(), method, List.of("class", "generated", "test"), rows);
    }
}
