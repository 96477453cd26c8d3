package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Noise;
import dev.latent.family.Denoises;
import dev.latent.family.Encodes;
import dev.latent.family.Reconstructs;
import dev.latent.measure.PrincipalComponents;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Reconstructed;
import dev.latent.quality.subject.Subject;
import java.util.List;

/**
 * How far reconstructions are from the samples, beside the best linear code of the same length. A denoiser is not asked:
 * it takes clean samples for noisy ones.
 */
public final class ReconstructionMeasurement implements Measurement {
    private static final int SHOWN = 10;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Reconstructs
                && subject.model() instanceof Encodes
                && !(subject.model() instanceof Denoises);
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part test = subject.heldOut().atLeast(1).withLabels(((Reconstructs) subject.model()).conditional());
        int[] some = test.some(card.effort().samples(), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray x = test.array(manager, some);
            NDArray y = Reconstructed.of((Reconstructs) subject.model(), x, test, some);
            int k = ((Encodes) subject.model()).latentDimension();
            double error = meanSquare(y.sub(x));
            double linear = linear(subject, x, k);
            card.add(Figure.lower("reconstructionMse", error)
                    .measured(some.length, card.seed(), "mean squared error a value on the test split")
                    .beside(linear, "PCA with " + k + " components"));
            if (error > linear && k < subject.shape().size()) {
                card.losesTo("It reconstructs worse than PCA with as many components: %.3g against %.3g"
                        .formatted(error, linear));
            }
            Exhibits.rows("test samples and their reconstructions", subject.shape(), shown(some), List.of(x, y))
                    .ifPresent(card::show);
        }
    }

    private static int shown(int[] some) {
        return Math.min(SHOWN, some.length);
    }

    /** What PCA, fitted to the training data, leaves of the same samples. */
    private static double linear(Subject subject, NDArray x, int components) {
        Part training = subject.training();
        NDManager manager = x.getManager();
        NDArray data = SampleArrays.rows(training.array(manager, training.some(Integer.MAX_VALUE, 1)));
        long k = Math.min(
                components, Math.min(data.getShape().get(0), data.getShape().get(1)));
        PrincipalComponents pca = PrincipalComponents.of(data, Math.toIntExact(k), Noise.ENGINE);
        data.close();
        NDArray rows = SampleArrays.rows(x);
        return meanSquare(pca.reconstruct(rows).sub(rows));
    }

    private static double meanSquare(NDArray difference) {
        return difference.square().mean().getFloat();
    }
}
