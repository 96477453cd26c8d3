package dev.latent.quality;

import java.io.IOException;

/** One of the things that a card may tell of a model. */
interface Measurement {
    /** Whether it says something of such a model. */
    boolean suits(Subject subject);

    /** @throws NotMeasurable if this model's data don't allow it */
    void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException;
}
