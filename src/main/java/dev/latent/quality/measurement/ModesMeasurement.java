package dev.latent.quality.measurement;

import dev.latent.family.Generates;
import dev.latent.measure.Modes;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import dev.latent.sample.Samples;

/** How many of a density's modes generated vectors reach. */
public final class ModesMeasurement implements Measurement {
    private static final int FITTED = 50_000;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates
                && subject.labelled()
                && !subject.shape().isImage();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part training = subject.training();
        Part test = subject.heldOut().atLeast(1);
        Modes modes = Modes.of(training.select(training.some(FITTED, 1)), subject.classes());
        Samples samples = Exhibits.samples(
                subject.shape(),
                subject.generated(card.effort().samples(), card.seed()).x(),
                null);
        Modes.Coverage found = modes.coverage(samples);
        Modes.Coverage ofTest = modes.coverage(test.select(test.some(samples.count(), card.seed())));
        String method = "a mode is a class; reached within three of its standard deviations";
        card.add(Figure.higher("modesCovered", found.reached())
                .measured(samples.count(), card.seed(), method + ", of " + found.modes())
                .beside(ofTest.reached(), "as many test samples"));
        card.add(Figure.higher("shareWithinModes", found.withinReach())
                .measured(samples.count(), card.seed(), method)
                .beside(ofTest.withinReach(), "as many test samples"));
    }
}
