package dev.latent.quality.measurement;

import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.subject.Subject;
import java.io.IOException;

/** One of the things that a card may tell of a model. */
public interface Measurement {
    /** Whether it says something of such a model. */
    boolean suits(Subject subject);

    /** @throws NotMeasurable if this model's data don't allow it */
    void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException;
}
