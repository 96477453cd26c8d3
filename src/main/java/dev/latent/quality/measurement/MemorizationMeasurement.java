package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.latent.family.Generates;
import dev.latent.measure.Memorization;
import dev.latent.measure.NearestSoFar;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether generated samples are copies of training samples. */
public final class MemorizationMeasurement implements Measurement {
    private static final int SHOWN = 10;
    private static final int MOST = 2000;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Generates;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part training = subject.training();
        Part test = subject.heldOut().atLeast(1);
        int[] heldOut = test.some(Math.min(MOST, card.effort().samples()), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray samples = subject.generated(heldOut.length, card.seed()).x();
            Memorization found =
                    new Memorization(SampleArrays.rows(samples), SampleArrays.rows(test.array(manager, heldOut)));
            training.forEachPiece(
                    Part.fitting(training.shape()), manager, piece -> found.lookAmong(SampleArrays.rows(piece)));
            card.add(Figure.nearer("memorisationRatio", found.ratio())
                    .measured(
                            heldOut.length,
                            card.seed(),
                            "distance of samples to their nearest training sample, over that of test samples")
                    .beside(1, "the test split"));
            show(subject, samples, found.samples(), manager, card);
        }
    }

    /** The samples that lie nearest to training data, above their neighbours. */
    private static void show(Subject subject, NDArray samples, NearestSoFar found, NDManager manager, CardDraft card) {
        double[] distances = found.distances();
        int[] nearest = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(SHOWN)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] neighbours = Arrays.stream(nearest).map(i -> found.indices()[i]).toArray();
        NDArray chosen = manager.create(Arrays.stream(nearest).asLongStream().toArray());
        NDArray shown = samples.get(manager, new NDIndex("{}", chosen));
        Exhibits.rows(
                        "the samples nearest to training data, above their neighbours",
                        subject.shape(),
                        nearest.length,
                        List.of(shown, subject.training().array(manager, neighbours)))
                .ifPresent(card::show);
    }
}
