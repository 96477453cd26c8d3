package dev.latent.quality.measurement;

import dev.latent.family.Generates;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.subject.Generated;
import dev.latent.quality.subject.Subject;

/** Shows samples; a conditional model's columns are its classes. */
public final class SamplesExhibition implements Measurement {
    private static final int SHOWN = 2000;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) {
        Generated generated = subject.generated(Math.min(SHOWN, card.effort().samples()), card.seed());
        Exhibits.samples("generated samples", subject.shape(), generated).ifPresent(card::show);
    }
}
