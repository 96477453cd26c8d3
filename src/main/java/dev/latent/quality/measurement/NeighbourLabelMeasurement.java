package dev.latent.quality.measurement;

import dev.latent.family.Generates;
import dev.latent.measure.Agreement;
import dev.latent.measure.NearestSoFar;
import dev.latent.measure.Neighbours;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Generated;
import dev.latent.quality.subject.Subject;
import java.util.Objects;

/** How often a sample's nearest training sample has the label that was asked for. */
public final class NeighbourLabelMeasurement implements Measurement {
    private static final int FEWEST = 1000;
    private static final int SHARE = 5;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates model && model.conditional();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        int n = Math.max(FEWEST, card.effort().samples() / SHARE);
        Agreement near = agreement(subject, subject.generated(n, card.seed()));
        String method = "samples whose nearest training sample has the label asked for";
        card.add(Figure.higher("labelAccuracyByNeighbours", near.share()).measured(near.count(), card.seed(), method));
        card.add(Figure.higher("leastLabelAccuracyByNeighbours", near.least())
                .measured(near.count(), card.seed(), method + ", of the label with the fewest"));
        card.add(LabelTable.of("labelAccuracyByNeighbours", subject, near, card.seed()));
    }

    private static Agreement agreement(Subject subject, Generated generated) {
        Part training = subject.training();
        NearestSoFar nearest = new NearestSoFar(SampleArrays.rows(generated.x()));
        training.forEachPiece(
                Part.fitting(training.shape()),
                subject.manager(),
                piece -> nearest.lookAmong(new Neighbours(SampleArrays.rows(piece))));
        int[] found = training.labels(nearest.indices());
        return Agreement.of(Objects.requireNonNull(generated.labels()), found, subject.classes());
    }
}
