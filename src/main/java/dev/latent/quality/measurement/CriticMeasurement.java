package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.family.ScoresAsCritic;
import dev.latent.measure.Chunks;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;

/** The critic's estimate of the distance between data and samples, up to its Lipschitz constant. */
public final class CriticMeasurement implements Measurement {
    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof ScoresAsCritic && subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        ScoresAsCritic critic = (ScoresAsCritic) subject.model();
        Part test = subject.heldOut().atLeast(1);
        Part training = subject.training();
        int[] some = test.some(card.effort().samples(), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            double ofTest = score(critic, test.array(manager, some));
            double ofTraining = score(critic, training.array(manager, training.some(some.length, card.seed())));
            double ofFakes =
                    score(critic, subject.generated(some.length, card.seed()).x());
            card.add(Figure.lower("criticGap", ofTest - ofFakes)
                    .measured(some.length, card.seed(), "the critic's mean on the test split, less that on samples")
                    .beside(ofTraining - ofTest, "the training split, less the test split"));
        }
    }

    private static double score(ScoresAsCritic critic, NDArray x) {
        return Chunks.map(x, Chunks.FORWARD, critic::criticScore).mean().getFloat();
    }
}
