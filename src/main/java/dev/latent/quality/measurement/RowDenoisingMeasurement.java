package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.dataset.Split;
import dev.latent.family.Denoises;
import dev.latent.measure.Chunks;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.util.List;

/**
 * How much of the noise that it learned to remove a denoiser removes from rows of a table: the root of the mean squared
 * error of standardized columns, in standard deviations, before and after. Beside it what a row is worth that is drawn
 * towards the columns' means by one factor, the best on noisy validation rows: ⟨x, x̃⟩ / ⟨x̃, x̃⟩ (Wiener's filter without
 * what columns tell of one another).
 */
public final class RowDenoisingMeasurement implements Measurement {
    private static final String METHOD =
            "standard deviations, of test rows' standardized columns with the noise that the model learned";
    private static final String SHRUNK = "rows drawn to the columns' means by the factor best on validation rows";

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Denoises
                && !subject.shape().isImage()
                && !DenoisingMeasurement.corruptions(subject).isEmpty();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        List<Corruption> corruptions = DenoisingMeasurement.corruptions(subject);
        Part test = subject.heldOut().atLeast(1);
        Part validation = subject.part(Split.VALIDATION).atLeast(1);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray chosenOn = rows(validation, card, manager);
            NDArray seen = noisy(chosenOn, corruptions);
            float factor = chosenOn.mul(seen).sum().getFloat()
                    / Math.max(Float.MIN_NORMAL, seen.square().sum().getFloat());
            NDArray clean = rows(test, card, manager);
            NDArray noisy = noisy(clean, corruptions);
            NDArray denoised = Chunks.map(noisy, Chunks.FORWARD, ((Denoises) subject.model())::denoise);
            int n = Math.toIntExact(clean.getShape().get(0));
            double before = error(noisy, clean);
            double after = error(denoised, clean);
            double shrunk = error(noisy.mul(factor), clean);
            card.add(Figure.lower("denoisedError", after)
                    .measured(n, card.seed(), METHOD)
                    .beside(shrunk, SHRUNK));
            card.add(Figure.higher("noiseRemoved", 1 - after / before)
                    .measured(n, card.seed(), "share of the noisy rows' error that is gone; " + METHOD)
                    .beside(1 - shrunk / before, SHRUNK));
            if (after > shrunk) {
                card.losesTo(
                        "It denoises worse than %s: an error of %.3g against %.3g".formatted(SHRUNK, after, shrunk));
            }
        }
    }

    private static NDArray rows(Part part, CardDraft card, NDManager manager) {
        return part.array(manager, part.some(card.effort().samples(), card.seed()));
    }

    private static NDArray noisy(NDArray rows, List<Corruption> corruptions) {
        return Corruption.applyOneOf(corruptions, rows, Range.COLUMNS, Noise.ENGINE);
    }

    private static double error(NDArray rows, NDArray clean) {
        return Math.sqrt(rows.sub(clean).square().mean().getFloat());
    }
}
