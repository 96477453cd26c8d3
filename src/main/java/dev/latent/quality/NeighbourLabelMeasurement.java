package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.measure.Agreement;
import dev.latent.measure.NearestNeighbourClassifier;
import dev.latent.measure.SampleArrays;
import java.util.Objects;

/** How often a sample's nearest training sample has the label that was asked for. */
final class NeighbourLabelMeasurement implements Measurement {
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
        int[] some = training.some(Integer.MAX_VALUE, 1);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray data = SampleArrays.rows(training.array(manager, some));
            int[] found = new NearestNeighbourClassifier(data, training.labels(some))
                    .classify(SampleArrays.rows(generated.x()));
            return Agreement.of(Objects.requireNonNull(generated.labels()), found, subject.classes());
        }
    }
}
