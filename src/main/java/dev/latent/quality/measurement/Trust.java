package dev.latent.quality.measurement;

import dev.latent.quality.card.CardDraft;
import dev.latent.quality.labelling.Labeller;

/** Tells a card's readers what they had better not rely on. */
final class Trust {
    private static final int MANY = 500;

    private Trust() {}

    static void in(Labeller labeller, CardDraft card) {
        if (!labeller.note().isReliable()) {
            card.caution(labeller.note().caution());
        }
    }

    /** @param n that distributions are compared by */
    static void inSamples(int n, CardDraft card) {
        if (n < MANY) {
            card.caution(
                    "Distances and shares are of %d samples a side, as there are no more to compare with: read them beside the test split's own, and differences of some tenths as none."
                            .formatted(n));
        }
    }
}
