package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Noise;
import dev.latent.family.Binarization;
import dev.latent.family.EstimatesLikelihood;
import dev.latent.family.Generates;
import dev.latent.family.Ids;
import dev.latent.measure.ImportanceSampling;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import org.apache.commons.math3.stat.StatUtils;

/** −ELBO and the importance-sampled negative log-likelihood, in nats; given the label where the model takes it. */
public final class LikelihoodMeasurement implements Measurement {
    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof EstimatesLikelihood && subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        EstimatesLikelihood model = (EstimatesLikelihood) subject.model();
        Part test = subject.heldOut().atLeast(1).withLabels(((EstimatesLikelihood) subject.model()).conditional());
        if (!model.isLikelihood()) {
            card.add(figure(
                    "testObjective",
                    subject,
                    test,
                    card.effort().samples(),
                    1,
                    card,
                    "reconstruction loss + KL, one draw,"
                            + " grey pixels as targets of a cross-entropy: no likelihood"));
            return;
        }
        String of = of(model.binarization(), test.shape().isImage());
        card.add(figure("negativeElbo", subject, test, card.effort().samples(), 1, card, "−ELBO, one draw, " + of));
        int draws = card.effort().draws();
        card.add(figure(
                "negativeLogLikelihood",
                subject,
                test,
                card.effort().likelihoodSamples(),
                draws,
                card,
                "importance sampling, k = " + draws + ", " + of));
    }

    /** What is likely: a model of images that binarizes no pixels, and yet has a likelihood, has a density of them. */
    private static String of(Binarization binarization, boolean image) {
        if (!image) {
            return "density of standardized columns";
        }
        return binarization == Binarization.NONE
                ? "density of grey pixels, not comparable with the NLL of binarized ones"
                : "pixels binarized: " + Ids.of(binarization);
    }

    private static Figure figure(
            String name, Subject subject, Part test, int n, int draws, CardDraft card, String method) {
        EstimatesLikelihood model = (EstimatesLikelihood) subject.model();
        int[] some = test.some(n, card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray x = model.binarization().apply(test.array(manager, some), Noise.ENGINE);
            NDArray labels = model.conditional() ? test.labels(manager, some) : null;
            double[] values = new ImportanceSampling(draws, ((Generates) model).latentDimension())
                    .negativeLogLikelihoods(x, labels, model::logImportanceWeight, Noise.ENGINE);
            return Figure.lower(name, StatUtils.mean(values))
                    .within(Math.sqrt(StatUtils.variance(values) / values.length))
                    .measured(
                            values.length,
                            card.seed(),
                            method + (model.conditional() ? ", given the label" : "") + "; nats, test split");
        }
    }
}
