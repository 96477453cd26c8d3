package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.measure.Agreement;
import dev.latent.measure.NearestNeighbourClassifier;
import dev.latent.measure.SampleArrays;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How often samples show the label that was asked for. */
final class LabelMeasurement implements Measurement {
    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates model && model.conditional();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        Labeller labeller = subject.labeller();
        Generated generated = subject.generated(card.effort().samples(), card.seed());
        int[] wanted = Objects.requireNonNull(generated.labels());
        Agreement seen = Agreement.of(wanted, labeller.classify(generated.x()), subject.classes());
        Generated few = generated.first(Math.max(1000, generated.count() / 5));
        Agreement near = byNeighbours(subject, few);
        String byClassifier = "samples that the dataset's classifier gives the label asked for";
        String byNeighbours = "samples whose nearest training sample has the label asked for";
        card.add(Figure.higher("labelAccuracy", seen.share())
                .measured(seen.count(), card.seed(), byClassifier)
                .beside(labeller.note().testAccuracy(), "the classifier on the test split"));
        card.add(Figure.higher("labelAccuracyByNeighbours", near.share())
                .measured(near.count(), card.seed(), byNeighbours));
        card.add(Figure.higher("leastLabelAccuracyByNeighbours", near.least())
                .measured(near.count(), card.seed(), byNeighbours + ", of the label with the fewest"));
        card.add(table(subject, seen, near, card));
    }

    private static Agreement byNeighbours(Subject subject, Generated generated) {
        Part training = subject.training();
        int[] some = training.some(Integer.MAX_VALUE, 1);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray data = SampleArrays.rows(training.array(manager, some));
            int[] found = new NearestNeighbourClassifier(data, training.labels(some))
                    .classify(SampleArrays.rows(generated.x()));
            return Agreement.of(Objects.requireNonNull(generated.labels()), found, subject.classes());
        }
    }

    private static Table table(Subject subject, Agreement seen, Agreement near, CardDraft card) {
        List<String> names = Objects.requireNonNull(subject.description().classes());
        List<List<Object>> rows = new ArrayList<>();
        for (int label = 0; label < Math.min(names.size(), near.count()); label++) {
            rows.add(List.of(names.get(label), seen.share(label), near.share(label)));
        }
        return new Table(
                "labelAccuracy",
                seen.count(),
                card.seed(),
                "share with the label asked for; by neighbours of " + near.count(),
                List.of("label", "classifier", "neighbours"),
                rows);
    }
}
