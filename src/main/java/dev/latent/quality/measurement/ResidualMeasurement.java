package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Noise;
import dev.latent.family.FindsNoise;
import dev.latent.measure.Chunks;
import dev.latent.nn.layer.Surroundings;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.util.List;

/** What can be said of a denoiser without a clean picture: what it takes away should look like noise, and like nothing else. */
public final class ResidualMeasurement implements Measurement {
    private static final double HIDDEN = 0.02;
    private static final int MOST = 100;
    private static final int SHOWN = 10;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof FindsNoise finder && finder.learnedFromNoisy();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part test = subject.heldOut().atLeast(1);
        int[] some = test.some(Math.min(MOST, card.effort().samples()), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray y = test.array(manager, some);
            FindsNoise model = (FindsNoise) subject.model();
            NDArray residual = Chunks.map(y, 1, piece -> model.noise(piece, null));
            double square = residual.square().mean().getFloat();
            figures(card, some.length, residual, square);
            double apart = blindSpotError(model, y);
            double error = Math.max(1e-10, (apart - square) / 2);
            card.add(Figure.higher("likelyPsnr", -10 * Math.log10(error))
                    .measured(
                            some.length,
                            card.seed(),
                            "dB; of a mean squared error of at most half of what pixels are farther from what their"
                                    + " surroundings alone tell than from what is left of them, if the noise of"
                                    + " each pixel is independent and has a mean of 0"));
            Exhibits.rows(
                            "noisy test samples, and what is left",
                            subject.shape(),
                            Math.min(SHOWN, some.length),
                            List.of(y, y.sub(residual).clip(0, 1)))
                    .ifPresent(card::show);
        }
    }

    private static void figures(CardDraft card, int n, NDArray residual, double square) throws NotMeasurable {
        double mean = residual.mean().getFloat();
        double variance = Math.max(1e-12, square - mean * mean);
        NDArray centred = residual.sub((float) mean);
        double across = centred.get(":, :, :, 1:")
                .mul(centred.get(":, :, :, :-1"))
                .mean()
                .getFloat();
        double down =
                centred.get(":, :, 1:").mul(centred.get(":, :, :-1")).mean().getFloat();
        card.add(Figure.nearer("residualMean", mean)
                .measured(n, card.seed(), "of what is removed from a pixel in [0,1], on the test split")
                .beside(0, "noise whose mean is 0"));
        card.add(Figure.nearer("residualDeviation", Math.sqrt(variance))
                .measured(
                        n, card.seed(), "standard deviation of what is removed: that of the noise, or a little less"));
        card.add(Figure.nearer("residualAutocorrelation", (across + down) / 2 / variance)
                .measured(n, card.seed(), "of neighbours in what is removed, the mean of both directions")
                .beside(0, "noise that is independent from pixel to pixel"));
    }

    /** How far, in the mean of squares, pixels are from what the model makes of their surroundings alone. */
    private static double blindSpotError(FindsNoise model, NDArray y) {
        NDArray hidden =
                Noise.ENGINE.uniform(y.getManager(), y.getShape()).lt(HIDDEN).toType(y.getDataType(), false);
        NDArray without = Surroundings.inPlaceOf(hidden, y);
        NDArray told = without.sub(Chunks.map(without, 1, piece -> model.noise(piece, null)));
        return told.sub(y).mul(hidden).square().sum().getFloat()
                / Math.max(1, hidden.sum().getFloat());
    }
}
