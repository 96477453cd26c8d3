package dev.latent.quality.measurement;

import dev.latent.family.Generates;
import dev.latent.measure.Agreement;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.labelling.Labeller;
import dev.latent.quality.subject.Generated;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.util.Objects;

/** How often the dataset's classifier sees the label that was asked for. */
public final class LabelMeasurement implements Measurement {
    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates model && model.conditional();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        Labeller labeller = subject.labeller();
        Trust.in(labeller, card);
        Generated generated = subject.generated(card.effort().samples(), card.seed());
        int[] wanted = Objects.requireNonNull(generated.labels());
        Agreement seen = Agreement.of(wanted, labeller.classify(generated.x()), subject.classes());
        card.add(Figure.higher("labelAccuracy", seen.share())
                .measured(seen.count(), card.seed(), "samples that the dataset's classifier gives the label asked for")
                .beside(labeller.note().testAccuracy(), "the classifier on the test split"));
        card.add(LabelTable.of("labelAccuracy", subject, seen, card.seed()));
    }
}
