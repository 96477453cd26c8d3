package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.measure.Memorisation;
import dev.latent.measure.SampleArrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether generated samples are copies of training samples. */
final class MemorisationMeasurement implements Measurement {
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
        int[] learned = training.some(Integer.MAX_VALUE, 1);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray data = training.array(manager, learned);
            NDArray samples = subject.generated(heldOut.length, card.seed()).x();
            Memorisation found = Memorisation.of(
                    SampleArrays.rows(data),
                    SampleArrays.rows(samples),
                    SampleArrays.rows(test.array(manager, heldOut)));
            card.add(Figure.nearer("memorisationRatio", found.ratio())
                    .measured(
                            heldOut.length,
                            card.seed(),
                            "distance of samples to their nearest training sample, over that of test samples")
                    .beside(1, "the test split"));
            show(subject, samples, data, found, card);
        }
    }

    /** The samples that lie nearest to training data, above their neighbours. */
    private static void show(Subject subject, NDArray samples, NDArray data, Memorisation found, CardDraft card) {
        double[] distances = found.samples().nearest();
        long[] nearest = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(SHOWN)
                .mapToLong(Integer::longValue)
                .toArray();
        long[] neighbours = java.util.Arrays.stream(nearest)
                .map(i -> found.samples().indices()[(int) i][0])
                .toArray();
        NDManager manager = data.getManager();
        Exhibits.rows(
                        "the samples nearest to training data, above their neighbours",
                        subject.shape(),
                        nearest.length,
                        List.of(samples.get(manager.create(nearest)), data.get(manager.create(neighbours))))
                .ifPresent(card::show);
    }
}
